"""What the Time to fill screen says."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from partnership import figures, palette
from partnership.figures import Card, Judge
from partnership.labels import time_to_fill as words

FEWEST_FOR_A_MEDIAN = 10
Row = Mapping[str, Any]

# How a chart draws a row of fill_counts.
FILLED = {
    "value": "filled_rate",
    "low": "filled_low",
    "high": "filled_high",
    "of": ("filled", "reached"),
}
ON_HOLD = {True: palette.GREY, False: palette.FOCUS}


def finding(summary: Row | None) -> str:
    """The honest middle value beside the naive one; `summary` is a row of time_to_fill."""
    if summary is None or not summary["openings"]:
        return ""
    openings, filled = summary["openings"], summary["filled"]
    if openings < FEWEST_FOR_A_MEDIAN or not filled:
        return words.FINDING_FEW.format(filled=filled, openings=openings)
    naive, half = summary["naive_median_days"], summary["median_days"]
    if figures.is_missing(half):
        return words.NOT_REACHED.format(naive=figures.days(naive))
    return words.FINDING.format(half=figures.days(half), gap=_gap(half, naive))


def cards(
    summary: Row | None,
    filled: Mapping[int, pd.DataFrame],
    quarters: Mapping[int, pd.DataFrame],
    open_now: Row | None,
    targets: Mapping[int, Judge | None],
) -> list[Card]:
    """Filled by each day, the middle value beside the naive one, and what is open.

    `filled` and `quarters` hold, per day, the row of fill_counts and one for each quarter.
    """
    shares = [
        filled_card(
            words.FILLED_BY.format(day=day),
            rows,
            quarters[day],
            words.REACHED.format(day=day),
            target=targets.get(day),
        )
        for day, rows in filled.items()
    ]
    return [*shares, *_middle_cards(summary), _open_card(open_now)]


def medians(summary: Row | None) -> dict[str, float | None]:
    """The two middle values that the curve shows, where there are enough openings for one."""
    if summary is None or summary["openings"] < FEWEST_FOR_A_MEDIAN:
        return {"naive_median": None, "honest_median": None}
    return {"naive_median": summary["naive_median_days"], "honest_median": summary["median_days"]}


def curve_note(summary: Row | None) -> str:
    """How many openings the curve stands on."""
    if summary is None:
        return ""
    openings = figures.counted(summary["openings"], words.OPENING, words.OPENINGS)
    return words.CURVE_NOTE.format(openings=openings, open=figures.number(summary["open"]))


def comparison_note(by: str) -> str:
    """How to read the comparison."""
    return " ".join([words.COMPARISON_NOTE] + [words.BY_AGENCY_NOTE] * (by == "agency"))


def labelled_by_search(openings: pd.DataFrame) -> pd.DataFrame:
    """The openings with `label`: the search's title and its number."""
    titles = zip(openings["title"], openings["search_id"], strict=True)
    return openings.assign(label=[f"{title}, {search_id}" for title, search_id in titles])


def ages_note(shown: int, open_now: Row | None) -> str:
    """How many of the open ones the chart shows."""
    return words.OPEN_BY_AGE_NOTE.format(
        shown=shown, open=figures.number(shown if open_now is None else open_now["open"])
    )


def filled_card(
    label: str,
    rows: pd.DataFrame,
    quarters: pd.DataFrame,
    of: str,
    explained: str = "",
    target: Judge | None = None,
) -> Card:
    """The card of a row of fill_counts, with its share in each quarter."""
    if rows.empty:
        return figures.share_card(label, 0, 0, None, explained=explained)
    row = rows.iloc[0]
    return figures.share_card(
        label,
        row["filled"],
        row["reached"],
        row["filled_rate"],
        of=of,
        low=row["filled_low"],
        high=row["filled_high"],
        trend=figures.trend_of(quarters, "filled_rate", "reached"),
        explained=explained,
        target=target,
    )


def _gap(half: float, naive: float) -> str:
    too_rosy = half - naive
    if too_rosy <= 0:
        return words.NO_GAP if too_rosy == 0 else ""
    return words.GAP.format(naive=figures.days(naive), days=figures.days(too_rosy))


def _middle_cards(summary: Row | None) -> list[Card]:
    if summary is None:
        return [figures.share_card(label, 0, 0, None) for label in (words.HALF_FILLED, words.NAIVE)]
    return [_half_card(summary), _naive_card(summary)]


def _half_card(summary: Row) -> Card:
    openings, filled, half = summary["openings"], summary["filled"], summary["median_days"]
    basis = words.HALF_BASIS.format(
        filled=figures.number(filled), openings=figures.number(openings)
    )
    if not openings or openings < FEWEST_FOR_A_MEDIAN or figures.is_missing(half):
        return Card(words.HALF_FILLED, words.NOT_YET if openings else figures.DASH, basis)
    return Card(words.HALF_FILLED, figures.days(half), basis, _half_range(summary))


def _half_range(summary: Row) -> str:
    low, high = summary["median_low"], summary["median_high"]
    if figures.is_missing(low):
        return ""
    if figures.is_missing(high):
        return words.HALF_FROM.format(low=figures.days(low))
    return words.HALF_RANGE.format(low=figures.number(low), high=figures.days(high))


def _naive_card(summary: Row) -> Card:
    basis = words.NAIVE_BASIS.format(open=figures.number(summary["open"]))
    return Card(words.NAIVE, figures.days(summary["naive_median_days"]), basis)


def _open_card(open_now: Row | None) -> Card:
    if open_now is None:
        return Card(words.OPEN_NOW, "0")
    return Card(
        words.OPEN_NOW,
        figures.number(open_now["open"]),
        words.OLDEST.format(days=figures.days(open_now["oldest_age_days"])),
        words.ON_HOLD.format(count=figures.number(open_now["on_hold"])),
    )
