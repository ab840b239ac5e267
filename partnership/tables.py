"""How a metric's rows become a table that people read: headings, words for codes, units."""

from collections.abc import Mapping, Sequence
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
# Where a row may name another agency than its own.
OTHER_AGENCIES = frozenset(AGENCY_COLUMNS[1:]) | {
    "agency_ids",
    "owner_agency_name",
    "filled_by_agency_name",
}
SHARES = ("_rate", "_share", "_coverage", "_low", "_high")
OTHER_SHARES = ("share", "low", "high", "still_open", "filled_by_agency", "filled_otherwise")

# Each share by the columns that hold its k and its n; of several, the first that a table has.
COUNTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "filled_rate": (("filled", "reached"), ("filled", "forecasts")),
    "rhythm_coverage": (("covered_days", "window_days"),),
    "kickoff_rate": (("kickoffs", "due"),),
    "tri_party_rate": (("tri_party", "due"),),
    "redundancy_rate": (("redundant", "submissions"),),
    "shared_share": (("shared_persons", "smaller_persons"),),
    "unique_rate": (("unique_persons", "persons"),),
    "acceptance_rate": (("accepted", "answered"), ("offers_accepted", "offers_decided")),
    "net_acceptance_rate": (("started", "decided"),),
    "on_time_rate": (("on_time", "evaluable"),),
    "in_time_rate": (("in_time", "judged"),),
    "step_share": (("count", "before"),),
    "retained_90_rate": (("stayed_90", "starters"),),
    "retained_365_rate": (("stayed_365", "starters_365"), ("stayed_365", "starters")),
    "favourable_rate": (("favourable", "rated"),),
    "share": (("offers", "declined"),),
    "beyond_rate": (("beyond_days", "days"),),
    "line_rate": (("k", "n"),),
    "quarter_rate": (("quarter_k", "quarter_n"),),
    "year_before_rate": (("before_k", "before_n"),),
    "raw_rate": (("k", "n"),),
    "with_rate": (("with_k", "with_n"),),
    "without_rate": (("without_k", "without_n"),),
    "done_rate": (("done_k", "done_n"),),
    "by_agency_rate": (("by_agency_k", "by_agency_n"),),
    "by_hr_rate": (("by_hr_k", "by_hr_n"),),
    "by_leader_rate": (("by_leader_k", "by_leader_n"),),
    "granted_rate": (("granted", "asked"),),
}
# The two ends of a share's likely range, which go where the share goes.
ENDS = {
    "filled_rate": ("filled_low", "filled_high"),
    "tri_party_rate": ("tri_party_low", "tri_party_high"),
    "redundancy_rate": ("redundancy_low", "redundancy_high"),
    "unique_rate": ("unique_low", "unique_high"),
    "acceptance_rate": ("acceptance_low", "acceptance_high"),
    "net_acceptance_rate": ("net_acceptance_low", "net_acceptance_high"),
    "in_time_rate": ("on_time_low", "on_time_high"),
    "retained_90_rate": ("retained_90_low", "retained_90_high"),
    "retained_365_rate": ("retained_365_low", "retained_365_high"),
    "favourable_rate": ("favourable_low", "favourable_high"),
    "line_rate": ("line_low", "line_high"),
    "done_rate": ("done_low", "done_high"),
    "granted_rate": ("granted_low", "granted_high"),
}

CODED = ("channel", "negotiation_led_by", "reason")
# People of HR and of the business side, as the settings let them be shown.
PEOPLE = ("hr_partner", "business_leader")
CODED_COLUMNS = frozenset(
    "outcome status kind formality channel filled_by_channel decision redundancy_class "
    "negotiation_led_by feedback_outcome reason decline_reason starts_with engagement "
    "raised_by about opening_end signal wait_outcome furthest_step respondent item promise_state "
    "owner".split()
)


def heading(column: str) -> str:
    """The column's heading; a column nobody has named yet reads as words all the same."""
    if column.endswith("_of"):
        return words.OF.get(column.removesuffix("_of"), words.OF_ALL)
    named = words.HEADINGS.get(column)
    return column.replace("_", " ").capitalize() if named is None else named


def is_share(column: str) -> bool:
    """Whether the column holds fractions that read as percent."""
    return not column.startswith(("median_", "gap_")) and (
        column in OTHER_SHARES or column.endswith(SHARES)
    )


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
        if column == "agency_ids":
            agencies = names.get("agency", {})
            shown[column] = [_named_agencies(value, agencies) for value in shown[column]]
        elif column in AGENCY_COLUMNS or column == "client_id":
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
        figures.DASH
        if figures.is_missing(a) or figures.is_missing(b) or not b
        else figures.k_of_n(a, b)
        for a, b in zip(shown[k], shown[n], strict=True)
    ]
    shown.insert(list(shown.columns).index(rate) + 1, f"{rate}_of", texts)
    return shown


def of_one_agency(rows: pd.DataFrame, agency_id: str) -> pd.DataFrame:
    """The rows without those of other agencies, and without their ids and names elsewhere."""
    if {"kind", "value"} <= set(rows.columns):
        return rows[(rows["kind"] != "agency") | (rows["value"] == agency_id)]
    if "agency_id" in rows:
        rows = rows[rows["agency_id"].isna() | (rows["agency_id"] == agency_id)]
    others = [column for column in rows if column in OTHER_AGENCIES]
    return rows.assign(**dict.fromkeys(others))


def counted(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with "k of n" behind every share whose counts they hold, and without a percentage
    where there are too few cases for one."""
    for rate in [column for column in rows.columns if column in COUNTS]:
        if f"{rate}_of" in rows or (counts := _counts_of(rate, rows.columns)) is None:
            continue
        by = rows.attrs.get("by")
        rows = with_counts(rows, rate, *counts)
        for end in [end for end in ENDS.get(rate, ()) if end in rows]:
            rows[end] = rows[end].where(rows[rate].notna())
        if by is not None:
            rows.attrs["by"] = by
    return rows


def counts_apart(columns: Sequence[str]) -> list[str]:
    """The columns with two numbers in the place of each text "k of n"."""
    apart: list[str] = []
    for column in columns:
        pairs = COUNTS.get(column.removesuffix("_of"), ()) if column.endswith("_of") else ()
        apart += [name for pair in pairs for name in pair] if pairs else [column]
    return list(dict.fromkeys(apart))


def _counts_of(rate: str, columns: pd.Index) -> tuple[str, str] | None:
    return next((pair for pair in COUNTS[rate] if set(pair) <= set(columns)), None)


def _group_label(value: Any, by: str, known: Mapping[str, str]) -> str:
    if figures.is_missing(value):
        return words.NOT_AN_AGENCY if by == "agency" else words.NOT_GIVEN
    if by == "quarter":
        return figures.quarter(str(value))
    return known.get(value) or (word(str(value)) if by in CODED else str(value))


def _named_agencies(value: str, known: Mapping[str, str]) -> str:
    return ", ".join(known.get(agency, agency) for agency in value.split(";"))


def _cell(value: Any, column: str) -> Any:
    if isinstance(value, str):
        if column in PEOPLE:
            return words.WORDS.get(value, value)
        if column == "topics":
            return value.replace(";", ", ")
        return word(value) if column in CODED_COLUMNS else value
    if value is not None and not pd.api.types.is_scalar(value):
        return ", ".join(word(str(part)) for part in value)
    return None if figures.is_missing(value) else value


def _yes_no(value: Any) -> str | None:
    return None if figures.is_missing(value) else words.YES if value else words.NO


def _holds_numbers_or_days(column: pd.Series) -> bool:
    kinds = pd.api.types
    return bool(kinds.is_numeric_dtype(column) or kinds.is_datetime64_any_dtype(column))
