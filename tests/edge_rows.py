"""What the tests of awkward cases share."""

from typing import Any

ACCEPTED = {"submission_id": "b1", "outcome": "accepted", "answered_at": "2025-02-06T09:00:00Z"}
RENEGED = {"submission_id": "b1", "reneged_on": "2025-02-20"}


def fills(row: dict[str, Any]) -> tuple[int, int, int, int]:
    """Filled, open, cancelled, excluded."""
    return row["filled"], row["open"], row["cancelled"], row["excluded"]
