"""A sheet for each measure: a line for each of its rows, with whose it is and what it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from partnership import figures, wording
from partnership.labels import both_sides, columns, metrics, my_partnership, working_together
from partnership.labels import review as said
from partnership.labels import review_files as words
from partnership.review import saying
from partnership.review.model import Figure, Review
from partnership.tables import heading, is_share

# Shares by no name of their own.
ALSO_SHARES = ("rate", "floor", "target")
WIDTHS = {"agency": 18, "measure": 30, "day": 14, "value": 15, "slides": 44}
WIDE = 34
Names = Mapping[str, Mapping[str, str]]


@dataclass
class Line:
    """One row of a measure with every figure that was read of it, and the slides that say them."""

    about: Figure
    values: dict[str, Any] = field(default_factory=dict)
    slides: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Measure:
    """A measure's lines under each other; `what` are the columns that say what a line is about."""

    name: str
    lines: Sequence[Line]
    what: tuple[str, ...]
    columns: tuple[str, ...]


def measures(review: Review) -> list[Measure]:
    """In the order of the slides; what several slides say stands once."""
    found: dict[str, dict[Any, Line]] = {}
    for slide in review.slides:
        for each in slide.figures:
            line = _line(found.setdefault(each.metric, {}), review, each)
            line.values[each.column] = each.value
            if slide.topic not in line.slides:
                line.slides.append(slide.topic)
    return [_measure(name, list(lines.values())) for name, lines in found.items()]


def _line(lines: dict[Any, Line], review: Review, figure: Figure) -> Line:
    """The figure's line. What is asked for a quarter, and for that one of four, is the same unless
    their numbers differ."""
    group = None if figure.by == "quarter" else figure.group
    key: tuple[Any, ...] = (_days(figure, review), group, figure.where)
    known = lines.get(key)
    if known and known.values.get(figure.column, figure.value) != figure.value:
        key = (*key, figure.by)
    return lines.setdefault(key, Line(figure))


def _measure(name: str, lines: list[Line]) -> Measure:
    what = [key for line in lines for key, _ in line.about.where if key != "agency_id"]
    what += [line.about.by for line in lines if line.about.by not in (None, "quarter")]
    named = list(dict.fromkeys(column for line in lines for column in line.values))
    for low in [column for column in named if column.endswith("low")]:
        high = f"{low.removesuffix('low')}high"
        if high in named and named.index(high) < named.index(low):
            at, other = named.index(high), named.index(low)
            named[at], named[other] = low, high
    return Measure(name, lines, tuple(dict.fromkeys(what)), tuple(named))


def title(metric: str) -> str:
    """What the measure's sheet is called."""
    return words.MEASURES.get(metric) or metrics.of(metric).title or metric


def write(sheet: Any, review: Review, of: Measure, names: Names, looks: Mapping[str, Any]) -> None:
    """The measure on its sheet, with headings that stay and can be filtered by."""
    known = _known(review) | dict(names)
    head = [words.AGENCY, words.MEASURE, *(_headed(of.name, each) for each in of.what)]
    widths = [WIDTHS["agency"], WIDTHS["measure"], *[WIDE] * len(of.what)]
    texts = len(head)
    head += [words.FROM, words.TO, *(_headed(of.name, each) for each in of.columns)]
    widths += [WIDTHS["day"]] * 2 + [WIDTHS["value"]] * len(of.columns) + [WIDTHS["slides"]]
    last = len(head)
    for column, (name, width) in enumerate(zip([*head, words.ON_SLIDES], widths, strict=True)):
        sheet.set_column(column, column, width)
        is_right = texts + 2 <= column < last
        sheet.write_string(0, column, name, looks["head right" if is_right else "head"])
    sheet.freeze_panes(1, texts)
    sheet.autofilter(0, 0, len(of.lines), last)
    kinds = [_kind(of, column) for column in of.columns]
    for row, line in enumerate(of.lines, start=1):
        about: dict[str | None, Any] = {**dict(line.about.where), line.about.by: line.about.group}
        said_of = [_word(each, about.get(each), known) for each in of.what]
        for column, text in enumerate((review.agency, title(of.name), *said_of)):
            sheet.write_string(row, column, text, looks["text"])
        for column, day in enumerate(_days(line.about, review), start=texts):
            _write(sheet, row, column, day, "day", looks)
        for column, (name, kind) in enumerate(zip(of.columns, kinds, strict=True), texts + 2):
            if name not in line.values:
                continue  # no slide says it
            value = line.values[name]
            shown = _word(name, value, known) if isinstance(value, bool | str) else value
            _write(sheet, row, column, shown, kind, looks)
        sheet.write_string(row, last, "; ".join(line.slides), looks["text"])


def _known(review: Review) -> dict[str, Mapping[str, str]]:
    """What codes of the measures stand for."""
    sides = {"hr": said.HR, "agency": review.agency, "shared": said.BOTH, "client": said.HR}
    return {
        "side": sides,
        "respondent": sides,
        "owner": said.OWNERS | {"agency": review.agency},
        "line": both_sides.LINES,
        "weakest": both_sides.LINES,
        "item": working_together.ITEMS,
        "kind": {kind: many for kind, (_, many) in my_partnership.KINDS.items()},
        "reason": columns.WORDS,
    }


def _word(name: str, value: Any, known: Names) -> str:
    if isinstance(value, bool):
        return columns.YES if value else columns.NO
    text = figures.DASH if figures.is_missing(value) else str(value)
    return wording.sentence(saying.plain(known.get(name, {}).get(text, text)))


def _headed(metric: str, column: str) -> str:
    name = words.FIGURES.get(metric, {}).get(column) or words.ANY_FIGURES.get(column)
    name = name or heading(column)
    return f"{name[:1].upper()}{name[1:]}"


def _days(about: Figure, review: Review) -> tuple[date | None, date | None]:
    """First and last day: of one quarter of several its own; "now" ends with the figures."""
    start, end = about.period_start, about.period_end
    if about.by == "quarter" and end is not None:
        back = 3 * (_count(review.quarter) - _count(str(about.group)))
        start, end = _earlier(end, back + 3), _earlier(end, back)
    return start, end - timedelta(days=1) if end else review.as_of


def _count(quarter: str) -> int:
    """2026Q3, or FY26Q3, as a number of quarters."""
    year, _, number = quarter.removeprefix("FY").partition("Q")
    return 4 * int(year) + int(number)


def _earlier(first_of_month: date, months: int) -> date:
    count = 12 * first_of_month.year + first_of_month.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)


def _kind(of: Measure, column: str) -> str:
    """How a column's numbers read: a share in percent, a count whole, anything else with one
    digit. A count is whole numbers by its type, whatever it is called."""
    values = [value for line in of.lines if (value := line.values.get(column)) is not None]
    if values and all(isinstance(value, date) for value in values):
        return "day"
    numbers = [value for value in values if isinstance(value, int | float)]
    is_counted = any(isinstance(value, int) or value > 1 for value in numbers)
    if not is_counted and (is_share(column) or column in ALSO_SHARES):
        return "share"
    return "whole" if all(float(value).is_integer() for value in numbers) else "number"


def _write(
    sheet: Any, row: int, column: int, value: Any, kind: str, looks: Mapping[str, Any]
) -> None:
    if figures.is_missing(value):
        sheet.write_string(row, column, figures.DASH, looks["text" if kind == "day" else "right"])
    elif isinstance(value, date):
        sheet.write_datetime(
            row, column, datetime(value.year, value.month, value.day), looks["day"]
        )
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, looks[kind])
    else:
        sheet.write_string(row, column, str(value), looks["right"])
