"""Appendix: do the people who started stay?"""

from partnership import figures
from partnership.labels import review as words
from partnership.labels import review_appendix as more
from partnership.labels import shell
from partnership.review import parts
from partnership.review.asked import YEAR, Asked, Row
from partnership.review.model import Slide, Table


def slide(asked: Asked) -> Slide:
    """Who started in the four quarters, and what share of them stays."""
    row = asked.row("retention", YEAR)
    has_any = row is not None and bool(row["starters"])
    return parts.slide(
        asked,
        "hires",
        headline=parts.sentence(_headline(row)),
        message=more.HIRES_MESSAGE,
        table=Table(more.HIRES_COLUMNS, _rows(row), right=(1,)) if row and has_any else None,
        basis=_basis(row),
        definition=asked.defined("retention"),
        source=shell.HIRES,
        is_short=not has_any,
        in_appendix=True,
    )


def _headline(row: Row | None) -> str:
    said = more.HIRES_HEADLINE
    if row is None or not row["starters"]:
        return said["none"]
    starters = figures.counted(row["starters"], more.STARTER, more.STARTERS)
    if not figures.is_enough(row["starters"]) or row["retained_90_rate"] is None:
        return said["few"].format(starters=starters)
    share = _likely(row, 90)
    return said["said"].format(share=share, starters=starters)


def _rows(row: Row) -> tuple[tuple[str, str], ...]:
    values = {
        "starters": figures.number(row["starters"]),
        "left": figures.number(row["left"]),
        "retained_90": _likely(row, 90),
        "retained_365": _likely(row, 365),
    }
    return tuple((said, values[name]) for name, said in more.HIRES_ROWS.items())


def _likely(row: Row, days: int) -> str:
    """88 % (47–99 %); a dash of few."""
    rate, low, high = (row[f"retained_{days}_{part}"] for part in ("rate", "low", "high"))
    if rate is None or not figures.is_enough(row["starters"]):
        return figures.DASH
    if low is None or high is None:
        return figures.percent(rate)
    likely = words.RANGE.format(low=f"{100 * low:.0f}", high=figures.percent(high))
    return f"{figures.percent(rate)} ({likely})"


def _basis(row: Row | None) -> str:
    counted = 0 if row is None else row["starters"]
    return more.HIRES_BASIS.format(starters=figures.counted(counted, more.STARTER, more.STARTERS))
