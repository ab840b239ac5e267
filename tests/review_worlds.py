"""Small builds that reviews are made of: an agency with a quarter behind it and little else."""

from collections.abc import Sequence
from pathlib import Path

from screen_builds import made_once
from small_export import CANDIDATES, write_export

from partnership import builds, published
from partnership.periods import Quarter
from partnership.published import Build

QUARTER = Quarter(2026, 3)
OPENED = {"opened_on": "2026-05-01", "status": "open", "closed_on": "", "department": "Tech"}


Rows = list[dict[str, str]]
Profiles = Sequence[tuple[str, str, str]]
PROFILES = [
    ("U1", "2026-08-03", "2026-08-04"),
    ("U2", "2026-08-04", "2026-08-05"),
    ("U3", "2026-08-05", "2026-09-07"),
]


def made(kind: str, temporary: Path) -> Build:
    """One of these builds, made once a test run."""
    return published.current(made_once(kind, temporary, KINDS))


def three_profiles(folder: Path) -> Path:
    """Harbour sent three people in the quarter, of whom HR answered two in time; nothing is agreed
    and nothing else on file. Quay sent nobody."""
    return _built(folder)


def all_late(folder: Path) -> Path:
    """The same, and Harbour answered none of twelve questions in time though 60 % was agreed; HR's
    promise is open past its day, as is one of the quarter before, and Harbour's was dropped; of
    three offers in the quarter before, two were accepted."""
    promise = {"commitment_id": "T1", "agency_id": "A1", "owner": "hr", "dropped_on": ""}
    promise |= {"made_on": "2026-04-01", "due_on": "2026-08-01", "text": "Name a stand-in"}
    older = promise | {"commitment_id": "T2", "due_on": "2026-05-01", "text": "Show the team"}
    dropped = promise | {"commitment_id": "T3", "owner": "agency", "dropped_on": "2026-08-20"}
    offered = {"extended_at": "2026-06-10T09:00:00Z", "answered_at": "2026-06-12T09:00:00Z"}
    asked = {"agency_id": "A1", "asked_at": "2026-07-01T09:00:00Z"}
    agreed = {"metric": "request_replies.on_time_rate", "floor": "0.6", "target": "0.9"}
    return _built(
        folder,
        requests=[
            {"request_id": f"R{n}", "answered_at": "2026-08-01T09:00:00Z"} | asked
            for n in range(12)
        ],
        targets=[{"agency_id": ""} | agreed],
        commitments=[promise, older, dropped],
        offers=[
            {"offer_id": f"O{at}", "submission_id": f"U{at}", "outcome": outcome} | offered
            for at, outcome in enumerate(("accepted", "declined", "accepted"), 1)
        ],
    )


KINDS = {"three profiles": three_profiles, "all late": all_late}


def told_twice(folder: Path, *, late: bool) -> None:
    """Harbour's second quarter as it was told on 10 July, or on 30 September: an answer to a
    profile was noted late, and so was a fourth profile; of the promises every kind is there."""
    day = "2026-09-30" if late else "2026-07-10"
    profiles = [("U1", "2026-05-04", "2026-05-05"), ("U2", "2026-05-06", "2026-05-07"),
                ("U3", "2026-05-11", "2026-05-12" if late else "")]  # fmt: skip
    profiles += [("U4", "2026-06-15", "2026-06-16")] if late else []
    kinds = {"T1": ("hr", "2026-08-20", "2026-08-19", ""), "T2": ("hr", "2026-08-20", "", ""),
             "T3": ("agency", "2026-08-25", "2026-08-27", ""),
             "T4": ("agency", "2026-08-26", "", "2026-08-20"),
             "T5": ("hr", "2026-05-20", "", ""), "T6": ("agency", "2026-05-20", "2026-05-19", ""),
             "T7": ("agency", "2026-09-30", "", "")}  # fmt: skip
    promises = [
        {"commitment_id": key, "agency_id": "A1", "owner": owner, "made_on": "2026-05-01"}
        | {"due_on": due, "closed_on": closed, "dropped_on": dropped, "text": f"promise {key}"}
        for key, (owner, due, closed, dropped) in kinds.items()
    ]
    _built(folder, day, profiles, commitments=promises)


def _built(
    folder: Path, day: str = "2026-09-30", profiles: Profiles = PROFILES, **more: Rows
) -> Path:
    submissions = [
        {"submission_id": name, "search_id": "S1", "candidate_id": f"C{at}", "channel": "agency",
         "agency_id": "A1", "received_at": f"{received}T09:00:00Z",
         "decided_at": f"{decided}T09:00:00Z" if decided else "",
         "decision": "advanced" if decided else ""}
        for at, (name, received, decided) in enumerate(profiles, 1)
    ]  # fmt: skip
    third = {"candidate_id": "C3", "full_name": "Cy Xu", "email": "cy.xu@example.com"}
    fourth = {"candidate_id": "C4", "full_name": "Di Oe", "email": "di.oe@example.com"}
    export = write_export(
        folder / day,
        export=[{"exported_at": f"{day}T23:59:59Z", "covers_from": "2025-01-01"}],
        searches=[{"search_id": "S1", "title": "Engineer", **OPENED}],
        candidates=[*CANDIDATES, third, fourth],
        submissions=submissions,
        agencies=[{"agency_id": "A1", "name": "Harbour"}, {"agency_id": "A2", "name": "Quay"}],
        **more,
    )
    builds.build([export], builds=folder / "builds")
    return folder / "builds"
