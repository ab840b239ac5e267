"""What the Time to fill screen says."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from partnership import figures, palette
from partnership.figures import Card, Judge
from partnership.findings.cards import rate_card
from partnership.labels import time_to_fill as words

Row = Mapping[str, Any]

# How a chart draws a row of fill_counts.
FILLED = {
    "value": "filled_rate",
    "low": "filled_low",
    "high": "filled_high",
    "of": ("filled", "reached"),
}
FILLED_NAMES = ("filled", "reached", "filled_rate", "filled_low", "filled_high")
MIDDLES = ("naive_median_days", "median_days", "median_low", "median_high")
BY_DAY = ("filled_by_30_rate", "filled_by_60_rate", "filled_by_90_rate")
ON_HOLD = {True: palette.GREY, False: palette.FOCUS}


def finding(summary: Row | None) -> str:
    """The honest middle value beside the naive one; `summary` is a row of time_to_fill."""
    if summary is None or not summary["openings"]:
        return ""
    openings, filled = summary["openings"], summary["filled"]
    if not figures.is_enough_for_a_median(openings) or not filled:
        counted = figures.counted(openings, words.OPENING, words.OPENINGS)
        return words.FINDING_FEW.format(filled=figures.number(filled), openings=counted)
    naive, half = summary["naive_median_days"], summary["median_days"]
    if figures.is_missing(half):
        return words.NOT_REACHED.format(naive=figures.days(naive))
    return words.FINDING.format(half=figures.days(half), gap=_gap(half, naive))


def own_finding(rows: pd.DataFrame) -> str:
    """In an agency's own figures, from a row of fill_counts: how many it filled; how many anybody
    did can't be seen."""
    if rows.empty or not rows["reached"].iloc[0]:
        return ""
    row = rows.iloc[0]
    counted = figures.counted(row["reached"], words.OPENING, words.OPENINGS)
    return words.OWN_FINDING.format(filled=figures.number(row["filled"]), openings=counted)


def cards(
    summary: Row | None,
    filled: Mapping[int, pd.DataFrame],
    quarters: Mapping[int, pd.DataFrame],
    open_now: Row | None,
    targets: Mapping[int, Judge | None],
    before: Mapping[int, pd.DataFrame | None],
    *,
    is_agencys_own: bool = False,
) -> list[Card]:
    """Filled by each day, the middle value beside the naive one, and what is open. In an agency's
    own figures a fill is one of theirs.

    `filled`, `quarters` and `before` hold, per day, the row of fill_counts, one for each quarter
    and that of the period compared with.
    """
    label = words.FILLED_BY_US if is_agencys_own else words.FILLED_BY
    shares = [
        filled_card(
            label.format(day=day),
            rows,
            quarters[day],
            words.FILLED_OF,
            words.FILLED_EXPLAINED.format(day=day),
            target=targets.get(day),
            before=before.get(day),
        )
        for day, rows in filled.items()
    ]
    return [*shares, *_middle_cards(summary), _open_card(open_now)]


def medians(summary: Row | None) -> dict[str, float | None]:
    """The two middle values that the curve shows, where there are enough openings for one."""
    if summary is None or not figures.is_enough_for_a_median(summary["openings"]):
        return {"naive_median": None, "honest_median": None}
    return {"naive_median": summary["naive_median_days"], "honest_median": summary["median_days"]}


def curve_note(summary: Row | None, *, is_agencys_own: bool = False) -> str:
    """How many openings the curve stands on."""
    if summary is None:
        return ""
    openings = figures.counted(summary["openings"], words.OPENING, words.OPENINGS)
    note = words.CURVE_NOTE.format(openings=openings, open=figures.number(summary["open"]))
    return f"{note} {words.OWN_CURVE_NOTE}" if is_agencys_own else note


def curve_table(curve: pd.DataFrame) -> pd.DataFrame:
    """Rows of time_to_fill_curve with their share of cancelled ones under a name of its own:
    elsewhere `cancelled` is a number of openings."""
    return curve.assign(cancelled_share=curve["cancelled"])


def too_few_for_a_curve(curve: pd.DataFrame, said: str = words.CURVE_TOO_FEW) -> str:
    """What is said in the place of a curve of fewer openings than make a share; empty where there
    are enough, or none."""
    openings = 0 if curve.empty else int(curve["at_risk"].max())
    if openings == 0 or figures.is_enough(openings):
        return ""
    return said.format(openings=figures.counted(openings, words.OPENING, words.OPENINGS))


def comparison_note(by: str) -> str:
    """How to read the comparison."""
    return " ".join([words.COMPARISON_NOTE] + [words.BY_AGENCY_NOTE] * (by == "agency"))


def group_table(groups: pd.DataFrame) -> pd.DataFrame:
    """Rows of time_to_fill, the slowest first: a middle value that is not reached is slower than
    any, and those of too few openings, which show none, stand at the foot."""
    few = ~groups["openings"].map(figures.is_enough_for_a_median).astype(bool)
    shown = groups.assign(few=few, **{name: groups[name].mask(few) for name in MIDDLES})
    too_few = ~groups["openings"].map(figures.is_enough).astype(bool)
    shown = shown.assign(**{name: groups[name].mask(too_few) for name in BY_DAY})
    ordered = shown.sort_values(
        ["few", "median_days", "label"], ascending=[True, False, True], na_position="first"
    )
    ordered.attrs = dict(groups.attrs)
    return ordered


def labelled_by_search(openings: pd.DataFrame) -> pd.DataFrame:
    """The openings with `label`: the search's title and its number."""
    # Two seats of one search stand under the numbers of their openings.
    is_one_of_many = openings["search_id"].duplicated(keep=False)
    numbers = openings["search_id"].mask(is_one_of_many, openings["opening_id"])
    titles = zip(openings["title"], numbers, strict=True)
    return openings.assign(label=[f"{title}, {number}" for title, number in titles])


def ages_note(shown: int, open_now: Row | None) -> str:
    """How many of the open ones the chart shows."""
    if not shown:
        return ""
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
    before: pd.DataFrame | None = None,
) -> Card:
    """The card of a row of fill_counts, with its share in each quarter."""
    return rate_card(
        label,
        rows,
        quarters,
        FILLED_NAMES,
        of=of,
        explained=explained,
        target=target,
        before=before,
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
    if "cancelled" in summary and figures.is_missing(summary["cancelled"]):
        # An agency's own files: nobody knows how many seats others filled.
        return figures.share_card(
            words.HALF_FILLED, None, None, None, explained=words.HALF_EXPLAINED
        )
    openings, filled, half = summary["openings"], summary["filled"], summary["median_days"]
    basis = words.HALF_BASIS.format(
        filled=figures.number(filled), openings=figures.number(openings)
    )
    if not figures.is_enough_for_a_median(openings) or figures.is_missing(half):
        value, likely = words.NOT_YET if openings else figures.DASH, ""
    else:
        value, likely = figures.days(half), _half_range(summary)
    return Card(words.HALF_FILLED, value, basis, likely, explained=words.HALF_EXPLAINED)


def _half_range(summary: Row) -> str:
    low, high = summary["median_low"], summary["median_high"]
    if figures.is_missing(low):
        return ""
    if figures.is_missing(high):
        return words.HALF_FROM.format(low=figures.days(low))
    return words.HALF_RANGE.format(low=figures.number(low), high=figures.days(high))


def _naive_card(summary: Row) -> Card:
    basis = words.NAIVE_BASIS.format(open=figures.number(summary["open"]))
    value = figures.days(summary["naive_median_days"])
    return Card(words.NAIVE, value, basis, explained=words.NAIVE_EXPLAINED)


def _open_card(open_now: Row | None) -> Card:
    if open_now is None:
        return Card(words.OPEN_NOW, "0")
    return Card(
        words.OPEN_NOW,
        figures.number(open_now["open"]),
        words.OLDEST.format(days=figures.days(open_now["oldest_age_days"])),
        words.ON_HOLD.format(count=figures.number(open_now["on_hold"])),
        explained=words.OPEN_NOW_EXPLAINED,
    )
