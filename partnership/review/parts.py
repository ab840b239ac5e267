"""Tables, lists and the parts that every slide has."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from partnership import figures, wording
from partnership.labels import review as words
from partnership.periods import Quarter, four_quarters_to, group_of, quarters_held
from partnership.review.asked import Asked
from partnership.review.model import Chart, Slide, Table
from partnership.review.sentences import (
    agreed,
    by_agency,
    floor_and_target,
    likely,
    named,
    owned,
    rate_of,
    standing,
)
from partnership.review.shares import Measure

# A list on a slide holds so many cases; the rest is counted, and in the workbook.
MOST_CASES = 5
# Slides that count nothing over the four quarters.
OF_NO_YEAR = ("promises", "next_quarter")
NOBODYS: Mapping[str, str] = {}


def slide(
    asked: Asked,
    key: str,
    *,
    headline: str,
    message: str,
    basis: str,
    definition: str,
    source: str,
    chart: Chart | None = None,
    table: Table | None = None,
    points: Sequence[str] = (),
    is_short: bool = False,
    in_appendix: bool = False,
) -> Slide:
    """A slide with the numbers that were read for it."""
    is_of_year = bool(basis) and key not in OF_NO_YEAR
    return Slide(
        key=key,
        topic=words.SLIDES[key],
        headline=headline,
        message=message,
        chart=chart,
        table=table,
        points=tuple(points),
        basis=f"{basis} {began(asked)}".strip() if is_of_year else basis,
        definition=definition,
        filters=filters_in_words(asked),
        source=source,
        is_short=is_short,
        in_appendix=in_appendix,
        figures=asked.taken(),
    )


def began(asked: Asked) -> str:
    """How many of the four quarters the files hold; empty where they hold all four."""
    first_day = asked.first_day
    held = 4 if first_day is None else quarters_held(asked.quarter, first_day)
    if first_day is None or held == 4:
        return ""
    is_held = words.IS_HELD[held]
    return sentence(words.HELD.format(day=figures.day(first_day), held=held, is_held=is_held))


def filters_in_words(asked: Asked) -> str:
    """Whose figures, and of which months."""
    period = four_quarters_to(asked.quarter).days_in_words
    return words.FILTERS.format(agency=asked.agency, period=period)


def share_table(asked: Asked, measures: Sequence[Measure]) -> Table:
    """Shares over the four quarters, in the quarter and a year before, with what was agreed."""
    rows = tuple(
        (
            asked.in_words(named(measure.name)),
            rate_of(measure.year),
            likely(measure.year),
            rate_of(measure.quarter),
            rate_of(measure.before),
            agreed(measure.year),
            standing(measure.year),
        )
        for measure in measures
    )
    headings = (
        words.MEASURE, words.FOUR_QUARTERS, words.LIKELY, asked.quarter.label, words.YEAR_BEFORE,
        words.AGREED, words.STANDING,
    )  # fmt: skip
    return Table(headings, rows, right=(1, 2, 3, 4, 5))


def short_table(
    asked: Asked, measures: Sequence[Measure], sides: Mapping[str, str] = NOBODYS
) -> Table:
    """The same in as many columns as stand beside a chart, each share with who owes it; under one
    that others bring about too, how many of it the agency did."""
    rows = []
    for measure in measures:
        rows.append(
            (
                asked.in_words(owned(measure.name, sides.get(measure.name, ""))),
                rate_of(measure.year),
                likely(measure.year),
                rate_of(measure.quarter),
                floor_and_target(measure.year),
            )
        )
        if measure.year.k and measure.year.by_agency is not None:
            by = (by_agency(measure.year), figures.DASH, by_agency(measure.quarter), figures.DASH)
            rows.append((asked.in_words(words.OF_THESE_BY), *by))
    headings = (
        words.MEASURE, words.FOUR_QUARTERS, words.LIKELY, asked.quarter.label,
        words.FLOOR_AND_TARGET,
    )  # fmt: skip
    return Table(headings, tuple(rows), right=(1, 2, 3, 4))


def basis(asked: Asked, measures: Sequence[Measure]) -> str:
    """How many cases stand behind the slide, over the four quarters and in the quarter."""
    seen = [m for m in measures if m.year.n is not None and m.name in words.CASES]
    return words.BASIS.format(
        cases=", ".join(figures.counted(m.year.n, *words.CASES[m.name]) for m in seen),
        quarter=asked.quarter.label,
        quarter_cases=", ".join(figures.number(m.quarter.n or 0) for m in seen),
    )


def is_enough(measures: Sequence[Measure]) -> bool:
    """Whether any of the shares stands on enough cases to be drawn."""
    return any(figures.is_enough(measure.year.n) for measure in measures)


def listed(cases: Sequence[tuple[str, str]], most: int = MOST_CASES) -> str:
    """Titles with what became of them, one after the other; alike ones once, with how many they
    are. The cases of those beyond so many are counted, so that all add up."""
    alike = list(Counter(cases).items())
    shown = [
        words.CASE.format(title=_alike(title, count), end=end)
        for (title, end), count in alike[:most]
    ]
    if more := sum(count for _, count in alike[most:]):
        shown.append(words.AND_MORE.format(count=figures.number(more)))
    return "; ".join(shown)


def _alike(title: str, count: int) -> str:
    said = words.ALIKE.format(title=title, count=figures.number(count))
    return said if count > 1 else title


def several(title: str, count: int) -> str:
    """A title that stands for so many openings."""
    if count == 1:
        return title
    return words.SEVERAL.format(title=title, openings=figures.counted(count, *words.OPENINGS_NAMED))


def sentence(text: str) -> str:
    """A text with a capital and a full stop."""
    said = wording.sentence(text)
    return said if said.endswith((".", "?", "!")) else f"{said}."


def title(value: Any) -> str:
    """The title of a search; a dash where it has none."""
    return figures.DASH if figures.is_missing(value) else str(value)


def quarters(asked: Asked) -> list[Quarter]:
    """The four quarters, the oldest first."""
    return [asked.quarter.plus(-back) for back in (3, 2, 1, 0)]


def groups(asked: Asked) -> list[str]:
    """The four quarters as metrics name them."""
    return [group_of(quarter) for quarter in quarters(asked)]


def day(value: Any) -> str:
    """30 Sep 2026 for a cell, which is not broken."""
    return figures.day(value).replace(" ", figures.NO_BREAK)


def titled(row: Mapping[Any, Any]) -> str:
    """The title of a search and where it is, as far as they are known."""
    known = [str(row[name]) for name in ("title", "location") if not figures.is_missing(row[name])]
    return ", ".join(known) or figures.DASH


def next_label(asked: Asked) -> str:
    """The coming quarter's name."""
    return asked.quarter.plus(1).label


def last_day_of_next(asked: Asked) -> str:
    """The last day of the coming quarter."""
    return day(asked.quarter.plus(1).end - timedelta(days=1))
