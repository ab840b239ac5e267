"""What is kept of a comparison: counts, days and ids of ours; no name and no e-mail address."""

from pathlib import Path

import pandas as pd

from partnership import entries
from partnership.comparing.result import Compared
from partnership.published import Build
from partnership.readers import Reader

TABLE = "list_comparisons"
# So many cases can be looked up from a slide; the counts say how many there are.
MOST_IDS = 10
COUNTED = ("both", "only_theirs", "only_ours", "other_day", "refused", "in_doubt")


def row_to_keep(found: Compared, build: Build, reader: Reader) -> dict[str, str]:
    """The record of a comparison, in canonical text. Of the agency's own rows the lines are kept:
    what it calls its cases may be names."""
    rows, outcome = found.rows, found.rows["outcome"]
    return {
        "side": reader.kind,
        "agency_id": found.agency_id,
        "list_name": found.list_name,
        "listed_to": f"{found.theirs[1]}",
        "period_from": f"{found.first}",
        "period_to": f"{found.last}",
        "as_of": f"{found.ours[1]}",
        "build": build.name,
        "list_rows": f"{found.list_rows}",
        **{name: f"{found.counts[name]}" for name in COUNTED},
        "only_ours_ids": _first(rows.loc[outcome == "only_ours", "submission_id"]),
        "other_day_ids": _first(rows.loc[rows["has_other_day"].eq(True), "submission_id"]),
        "only_theirs_lines": _first(rows.loc[outcome == "only_theirs", "line"]),
    }


def keep(folder: Path, found: Compared, build: Build, reader: Reader, *, by: str) -> None:
    """Add the comparison to what the reader's side keeps in a records folder."""
    row = row_to_keep(found, build, reader)
    entries.enter(folder, {TABLE: [row]}, by=by, entered_as=reader.agency_id or "")


def _first(values: pd.Series) -> str:
    return "; ".join(str(value) for value in values.head(MOST_IDS))
