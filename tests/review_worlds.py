"""Small builds that reviews are made of: an agency with a quarter behind it and little else."""

from pathlib import Path

from small_export import CANDIDATES, write_export

from partnership import builds
from partnership.periods import Quarter
from partnership.published import Build

QUARTER = Quarter(2026, 3)
OPENED = {"opened_on": "2026-05-01", "status": "open", "closed_on": "", "department": "Tech"}
OFFER = {"submission_id": "U1", "extended_at": "2026-08-10T09:00:00Z", "outcome": "accepted"}


def three_profiles(folder: Path, **more: list[dict[str, str]]) -> Build:
    """Harbour sent three people in the quarter, of whom HR answered two in time; nothing is
    agreed, nothing else is on file, unless `more` tables say so. Quay sent nobody."""
    profiles = [("U1", "2026-08-03", "2026-08-04"), ("U2", "2026-08-04", "2026-08-05"),
                ("U3", "2026-08-05", "2026-09-07")]  # fmt: skip
    submissions = [
        {"submission_id": name, "search_id": "S1", "candidate_id": f"C{at}", "channel": "agency",
         "agency_id": "A1", "received_at": f"{received}T09:00:00Z",
         "decided_at": f"{decided}T09:00:00Z", "decision": "advanced"}
        for at, (name, received, decided) in enumerate(profiles, 1)
    ]  # fmt: skip
    third = {"candidate_id": "C3", "full_name": "Cy Xu", "email": "cy.xu@example.com"}
    export = write_export(
        folder / "export",
        export=[{"exported_at": "2026-09-30T23:59:59Z", "covers_from": "2025-01-01"}],
        searches=[{"search_id": "S1", "title": "Engineer", **OPENED}],
        candidates=[*CANDIDATES, third],
        submissions=submissions,
        agencies=[{"agency_id": "A1", "name": "Harbour"}, {"agency_id": "A2", "name": "Quay"}],
        **more,
    )
    return builds.build([export], builds=folder / "builds")
