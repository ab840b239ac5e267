"""The list of what waits: its order, its ticks, and e-mails that name no candidate."""

from datetime import date
from typing import Any

import pandas as pd

from partnership.findings import waiting as findings
from partnership.findings.my_partnership import Sides
from partnership.findings.reply_times import sides_of

AS_OF = date(2026, 9, 30)
NAMES = {"A": "Harbour", "B": "Quay"}
HR = sides_of(list(NAMES.values()), is_agencys_own=False)
COLUMNS = (
    *("kind", "case_id", "agency_id", "owner", "waiting_days"),
    *("due_by", "is_past_due", "is_search_open"),
)
DUE = pd.Timestamp("2026-09-29")
CLIENT = [
    ("promise", "P1", "A", "business_leader", 40, DUE, True, True),
    ("profile", "U1", "A", "hr", 3, DUE, True, True),
    ("feedback", "I1", "B", "business_leader", 4, DUE, True, True),
    ("profile", "U9", "A", "hr", 90, DUE, True, False),
]
AGENCY = [
    ("offer", "O1", "B", "agency", 2, pd.NaT, False, True),
    ("request", "Q1", "A", "agency", 1, pd.Timestamp("2026-09-30"), False, True),
]


def rows_of(cases: list[tuple[Any, ...]], client: str | None = None) -> pd.DataFrame:
    rows = pd.DataFrame(cases, columns=list(COLUMNS))
    of_candidates = rows["kind"].isin(["profile", "feedback", "offer"])
    return rows.assign(
        since_on=pd.Timestamp("2026-09-01"),
        submission_id=("sub " + rows["case_id"]).where(of_candidates),
        search_id="S1",
        title="Find somebody like Ann Zebra",
        promise=pd.Series("answer for Ann Zebra", index=rows.index).where(
            rows["kind"] == "promise"
        ),
        candidate_id="Ann Zebra",
        client_name=client,
    )


def waiting(ticked: dict[str, str] | None = None, of: Sides = HR) -> pd.DataFrame:
    return findings.waiting(rows_of(CLIENT), rows_of(AGENCY), ticked or {}, of, NAMES, AS_OF)


def test_answers_come_before_promises_and_the_oldest_first() -> None:
    rows = waiting()
    shown = rows[["case_id", "waits_on", "who_waits"]].to_numpy().tolist()
    assert shown == [
        ["I1", "business leader", "Quay"],
        ["U1", "HR", "Harbour"],
        ["O1", "Quay", "HR"],
        ["Q1", "Harbour", "HR"],
        ["P1", "business leader", "Harbour"],
    ]
    assert rows["next_step"].iloc[1] == "say yes or no, with the reason"
    assert findings.note(rows, HR).startswith(
        "For HR and the business leader: 3; for the agencies: 2."
    )
    assert findings.ended(rows_of(CLIENT), rows_of(AGENCY)) == 1


def test_a_tick_takes_a_line_to_the_end_until_newer_files_still_show_it() -> None:
    ticks = [
        ({"kind": "feedback", "agency_id": "B", "case_id": "I1"}, "2026-10-02T08:00:00+00:00"),
        ({"submission_id": "U1"}, "2026-10-02T08:00:00+00:00"),  # from before there were kinds
        ({"kind": "offer", "agency_id": "B", "case_id": "O1"}, "2026-09-12T08:00:00+00:00"),
        ({"kind": "request", "agency_id": "A", "case_id": "Q1", "answered_on": "2026-09-30"}, "x"),
    ]
    rows = waiting(findings.ticked_days(ticks)).set_index("case_id")
    assert list(rows.index) == ["O1", "P1", "I1", "U1", "Q1"]
    assert list(rows["is_ticked"]) == [False, False, True, True, True]
    assert rows["state"]["U1"] == "✓ answered since, entered after these figures"
    assert rows["state"]["O1"] == "▲ ticked on 12 Sep 2026, still waiting in these files"
    said = findings.note(rows.reset_index(), HR)
    assert said.startswith("For HR and the business leader: 1; for the agencies: 1.")
    assert findings.ticked_note(rows).startswith("3 ticked")


def test_an_email_names_no_candidate_and_nothing_that_anybody_typed() -> None:
    letters = findings.letters(waiting(), AS_OF)
    assert set(letters) == {"business leader", "HR", "Quay", "Harbour"}
    assert not [letter for letter in letters.values() if "Zebra" in letter]
    assert letters["business leader"] == (
        "Subject: waiting for the business leader as of 30 Sep 2026 (2)\n\n"
        "Hello,\n\n"
        "as of 30 Sep 2026 these 2 wait for the business leader, answers first, then "
        "promises, the oldest of each first:\n\n"
        "1. Feedback after an interview: 4 working days, past its day\n"
        "   submission sub I1, search S1, agency Quay\n"
        "   Next step: give the feedback, or say when it comes.\n\n"
        "2. A promise to be kept: 40 working days, past its day\n"
        "   promise P1, search S1, agency Harbour\n"
        "   Next step: keep the promise, or agree on a new day.\n\n"
        "Working days are counted to 30 Sep 2026; what was answered since is not known here."
    )
    assert "question Q1, search S1" in letters["Harbour"]
    assert "1 working day, due by 30 Sep 2026" in letters["Harbour"]


def test_what_is_ticked_is_in_no_email() -> None:
    ticked = {"request A Q1": "2026-10-01"}
    assert "Harbour" not in findings.letters(waiting(ticked), AS_OF)
    assert findings.letters(waiting().head(0), AS_OF) == {}


def test_in_an_agencys_own_figures_the_sides_are_the_client_and_us() -> None:
    of = sides_of(["Fennholt", "Marlow"], is_agencys_own=True)
    rows = findings.waiting(rows_of(CLIENT, "Fennholt"), rows_of(AGENCY), {}, of, NAMES, AS_OF)
    assert set(rows["waits_on"]) == {"Fennholt", "us"}
    assert set(rows[rows["side"] == "agency"]["who_waits"]) == {"the client"}
    assert set(findings.letters(rows, AS_OF)) == {"Fennholt", "us"}


def test_nothing_waits() -> None:
    nothing = findings.waiting(rows_of([]), rows_of([]), {}, HR, NAMES, AS_OF)
    assert findings.note(nothing, HR).startswith("For HR and the business leader: none;")
    assert findings.ended_note(0) == ""
