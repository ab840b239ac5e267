"""What is said of when an open search will be filled, wherever open ones are listed."""

from typing import Any

import pandas as pd

from partnership import figures
from partnership.labels import forecast as words

WITHIN = (30, 60)
# How a chart draws a row of forecast_check.
CHECKED = {
    "label": "named",
    "value": "filled_rate",
    "low": "filled_low",
    "high": "filled_high",
    "of": ("filled", "forecasts"),
}


def with_chances(rows: pd.DataFrame, forecast: pd.DataFrame, *, key: str) -> pd.DataFrame:
    """Open openings or searches with their chances in words, from rows of fill_forecast; `key`
    names the column that tells which row is whose. Of several seats it is the oldest one's."""
    by_key = forecast.drop_duplicates(key).set_index(key)
    rates = rows[key].map(by_key["filled_in_30_rate"])
    # What stands beside the days in a chart: nothing where it can't be told.
    short = ["" if figures.is_missing(rate) else figures.percent(rate) for rate in rates]
    named = rows.assign(chance=short)
    for within in WITHIN:
        told = {name: _in_words(row, within) for name, row in by_key.to_dict("index").items()}
        named[f"filled_in_{within}"] = [told.get(name, words.TOO_FEW) for name in rows[key]]
    return named


def expected_note(forecast: pd.DataFrame, *, is_agencys_own: bool) -> str:
    """How many of those with a chance will be filled within 30 days; empty where none has one."""
    told = forecast["filled_in_30_rate"].dropna()
    if told.empty:
        return ""
    said = words.OWN_EXPECTED if is_agencys_own else words.EXPECTED
    return said.format(count=figures.number(told.sum()), of=figures.number(len(told)))


def note(*, is_agencys_own: bool) -> str:
    """What the columns of chances are."""
    return words.OWN_NOTE if is_agencys_own else words.NOTE


def search_note(*, is_agencys_own: bool) -> str:
    """What they are where a row is a search."""
    return f" {note(is_agencys_own=is_agencys_own)}{words.SEARCH_NOTE}"


def check_said(rows: pd.DataFrame) -> str:
    """How the forecasts of each horizon came out together, from rows of forecast_check."""
    of_all = rows[rows["forecast_from"].isna()]
    lines = [f"- {_came_true(row)}" for row in of_all.to_dict("records")]
    return "\n".join([f"{words.CHECK_INTRO} {words.CHECK_NOTE}", "", *lines])


def check_table(rows: pd.DataFrame, within: int) -> pd.DataFrame:
    """Rows of forecast_check for so many days, with their bins in words."""
    bins = rows[(rows["within_days"] == within) & rows["forecast_from"].notna()]
    ends = zip(bins["forecast_from"], bins["forecast_to"], strict=True)
    return bins.assign(named=[_range(low, high) for low, high in ends])


def too_few_to_check(rows: pd.DataFrame, within: int) -> str:
    """What is said where no forecast can be looked back on; empty where some can."""
    return "" if (rows["within_days"] == within).any() else words.CHECK_TOO_FEW


def _in_words(row: dict[str, Any], within: int) -> str:
    if row["is_on_hold"]:
        return words.ON_HOLD
    rate, low, high = (row[f"filled_in_{within}_{name}"] for name in ("rate", "low", "high"))
    if figures.is_missing(rate):
        return words.TOO_FEW
    return words.CHANCE.format(
        rate=figures.percent(rate), low=f"{100 * low:.0f}", high=figures.percent(high)
    )


def _range(low: float, high: float) -> str:
    return words.NAMED.format(low=f"{100 * low:.0f}", high=figures.percent(high))


def _came_true(row: dict[str, Any]) -> str:
    verdict = words.IN_RANGE
    if row["forecast_rate"] > row["filled_high"]:
        verdict = words.TOO_HIGH
    elif row["forecast_rate"] < row["filled_low"]:
        verdict = words.TOO_LOW
    return words.CHECK_SAID.format(
        n=figures.number(row["forecasts"]),
        within=row["within_days"],
        expected=figures.percent(row["forecast_rate"]),
        filled=figures.number(row["filled"]),
        rate=figures.percent(row["filled_rate"]),
        verdict=verdict,
    )
