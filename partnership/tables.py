"""How a metric's rows become a table that people read: headings, words for codes, units."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from partnership import figures
from partnership.labels import columns as words

AGENCY_COLUMNS = (
    "agency_id",
    "agency_id_a",
    "agency_id_b",
    "other_agency_id",
    "owner_agency_id",
    "filled_by_agency_id",
)
SHARES = ("_rate", "_share", "_coverage", "_low", "_high")
OTHER_SHARES = ("share", "low", "high", "still_open", "filled_by_agency", "filled_otherwise")

CODED = ("channel", "negotiation_led_by", "reason")
CODED_COLUMNS = frozenset(
    "outcome status kind formality channel filled_by_channel decision redundancy_class "
    "negotiation_led_by feedback_outcome reason decline_reason starts_with engagement".split()
)


def heading(column: str) -> str:
    """The column's heading; a column nobody has named yet reads as words all the same."""
    if column.endswith("_of"):
        return words.OF
    named = words.HEADINGS.get(column)
    return column.replace("_", " ").capitalize() if named is None else named


def is_share(column: str) -> bool:
    """Whether the column holds fractions that read as percent."""
    return not column.startswith("median_") and (column in OTHER_SHARES or column.endswith(SHARES))


def word(value: str) -> str:
    """A coded value in words: no_show as "nobody came", other codes without underscores."""
    return words.WORDS.get(value, value.replace("_", " "))


def labelled(
    rows: pd.DataFrame, by: str | None, names: Mapping[str, Mapping[str, str]]
) -> pd.DataFrame:
    """The rows with a first column `label`: the group's name, its quarter, or its word."""
    if by is None or "group" not in rows:
        return rows
    known = names.get(by, {})
    shown = [_group_label(value, by, known) for value in rows["group"]]
    named = rows.assign(label=pd.Series(shown, index=rows.index, dtype="object"))
    named.attrs["by"] = by
    return named


def stacked_by_label(frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The first row of each frame under its label; a frame without rows becomes a row of gaps, and
    no rows come out where every frame is empty."""
    first_rows = [frame.head(1).assign(label=label) for label, frame in frames.items()]
    filled = [frame for frame in first_rows if len(frame)]
    if not filled:
        return first_rows[0]
    stacked = pd.concat(filled).set_index("label").reindex(list(frames))
    quarters = stacked.rename_axis("label").reset_index()
    quarters.attrs["by"] = "quarter"
    return quarters


def presentable(rows: pd.DataFrame, names: Mapping[str, Mapping[str, str]]) -> pd.DataFrame:
    """The rows with names for ids, words for codes, text for lists; numbers, shares and days
    untouched."""
    shown = rows.copy()
    for column in shown.columns:
        if column in AGENCY_COLUMNS or column == "client_id":
            known = names.get("client" if column == "client_id" else "agency", {})
            shown[column] = [known.get(value, value) for value in shown[column]]
        elif pd.api.types.is_bool_dtype(shown[column]):
            shown[column] = [_yes_no(value) for value in shown[column]]
        elif not _holds_numbers_or_days(shown[column]):
            shown[column] = [_cell(value, column) for value in shown[column]]
    return shown


def with_counts(rows: pd.DataFrame, rate: str, k: str, n: str) -> pd.DataFrame:
    """The rows with a column "<rate>_of" reading "39 of 84" behind the share, and the share emptied
    where there are too few cases for one."""
    shown = rows.copy()
    enough = [figures.is_enough(count) for count in shown[n]]
    shown[rate] = shown[rate].where(pd.Series(enough, index=shown.index))
    texts = [
        figures.k_of_n(a, b) if b and not figures.is_missing(b) else figures.DASH
        for a, b in zip(shown[k], shown[n], strict=True)
    ]
    shown.insert(list(shown.columns).index(rate) + 1, f"{rate}_of", texts)
    return shown


def _group_label(value: Any, by: str, known: Mapping[str, str]) -> str:
    if figures.is_missing(value):
        return words.NOT_AN_AGENCY if by == "agency" else words.NOT_GIVEN
    if by == "quarter":
        return figures.quarter(str(value))
    return known.get(value) or (word(str(value)) if by in CODED else str(value))


def _cell(value: Any, column: str) -> Any:
    if isinstance(value, str):
        return word(value) if column in CODED_COLUMNS else value
    if value is not None and not pd.api.types.is_scalar(value):
        return ", ".join(word(str(part)) for part in value)
    return None if figures.is_missing(value) else value


def _yes_no(value: Any) -> str | None:
    return None if figures.is_missing(value) else words.YES if value else words.NO


def _holds_numbers_or_days(column: pd.Series) -> bool:
    kinds = pd.api.types
    return bool(kinds.is_numeric_dtype(column) or kinds.is_datetime64_any_dtype(column))
