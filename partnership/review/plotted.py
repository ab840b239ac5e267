"""What a chart of a review looks like, before any format draws it: direction, axis, colours,
labels."""

from dataclasses import dataclass, replace

from partnership import figures, palette
from partnership.labels import review_files as words
from partnership.review import legends
from partnership.review.boxes import Box
from partnership.review.legends import Entry
from partnership.review.model import Chart
from partnership.typeset import measuring

TITLE_SIZE, LABEL_SIZE, VALUE_SIZE, SMALLEST_VALUE = 12.0, 12.0, 13.0, 9.5
TITLE_HEIGHT, USUAL_WIDTH = 21.0, 460.0
# A row of horizontal bars is not higher than this, a bar not thicker.
HIGHEST_ROW, THICKEST_BAR, WIDEST_COLUMN = 54.0, 26.0, 64.0
# Names up to this length stand under columns; longer ones want bars.
LONGEST_UNDER_COLUMN = 14
# A part of a stack smaller than this share of the axis has no room for its number.
SMALLEST_LABELLED = 0.06
ORDER = ("hr", "agency", "focus", "before", "other")
COLOURS = {
    "focus": (palette.FOCUS, palette.GREEN, palette.PINK),
    "before": (palette.PALE, palette.GREY),
    "other": (palette.OTHERS, palette.PALE, palette.GREY, palette.GREEN, palette.SKY),
    "hr": (palette.HR, palette.BUSINESS_LEADER),
    "agency": (palette.AGENCY, palette.VERMILION),
}


@dataclass(frozen=True)
class Plot:
    """A chart with all that is decided about its look; the area is where bars and lines stand,
    as fractions of the box."""

    chart: Chart
    box: Box
    colours: tuple[str, ...]
    is_horizontal: bool
    is_stacked: bool
    legend: tuple[Entry, ...]
    one_a_category: bool
    value_size: float  # 0 where the numbers have no room
    low: float
    high: float
    area: Box
    gap: float  # between the groups of bars, in bars

    @property
    def labels_values(self) -> bool:
        """Whether every number stands beside its bar or point."""
        return self.value_size > 0

    def fraction(self, value: float) -> float:
        """Where a value lies on its axis, from 0 to 1."""
        return (value - self.low) / (self.high - self.low)

    def places(self, number: int) -> list[str]:
        """Where the numbers of a series stand, as charts of Office name it; "" for nowhere."""
        return [self._place(number, point) for point in range(len(self.chart.categories))]

    def _place(self, number: int, point: int) -> str:
        column = [series.values[point] for series in self.chart.series]
        value = column[number]
        if value is None:
            return ""
        if self.is_stacked and not any(column):
            # Nothing at all is a number too: it stands once, where the bar would begin.
            last = max(n for n, each in enumerate(column) if each is not None)
            return "inBase" if number == last else ""
        if self.is_stacked:
            return "ctr" if abs(value) >= SMALLEST_LABELLED * (self.high - self.low) else ""
        if self.chart.kind == "line":
            others = [each for each in column if each is not None]
            return "b" if len(others) > 1 and value == min(others) < max(others) else "t"
        return "inEnd" if self._meets_target(value) else "outEnd"

    def _meets_target(self, value: float) -> bool:
        """Whether the target's line would cross a number at the end of its bar."""
        if self.chart.target is None:
            return False
        away = self.fraction(self.chart.target) - self.fraction(value)
        if self.is_horizontal:
            room = measuring.width(self.said(value), self.value_size, bold=True) + 8
            return -1 < away * self.area.width * self.box.width < room
        return -1 < away * self.area.height * self.box.height < self.value_size * 1.2 + 6

    def said(self, value: float | None) -> str:
        """A value as it is read."""
        return said(value, self.chart.number_format)


def said(value: float | None, number_format: str) -> str:
    """A number in the format of its chart."""
    if number_format == "0%":
        return figures.percent(value)
    return figures.number(value, 1 if number_format == "0.0" else 0)


def plot(chart: Chart, box: Box, broad: float = 1.0) -> Plot:
    """All that is decided about a chart that has so much room; letters that may be `broad` times as
    wide as those measured have as much less of it."""
    planned = _plot(chart, box._replace(width=box.width / broad))
    return replace(planned, box=planned.box._replace(width=box.width))


def _plot(chart: Chart, box: Box) -> Plot:
    is_stacked, is_horizontal = chart.kind == "stacked", _is_horizontal(chart)
    chart = _named(chart, box.width, is_horizontal=is_horizontal)
    if is_horizontal:
        needed = len(chart.categories) * HIGHEST_ROW + _head(chart, box.width) + 6
        box = box._replace(height=min(box.height, needed))
    named = _legend(chart, box.width)
    low, high = _axis(chart, is_stacked=is_stacked)
    one = _one_a_category(chart) and not is_stacked
    bars = 1 if one or is_stacked else len(chart.series)
    area = _area(chart, box, is_horizontal=is_horizontal)
    slot = area.height * box.height if is_horizontal else area.width * box.width
    slot /= max(len(chart.categories), 1)
    thickest = THICKEST_BAR if is_horizontal else WIDEST_COLUMN
    return Plot(
        chart,
        box,
        _colours(chart),
        is_horizontal,
        is_stacked,
        legend=named,
        one_a_category=one,
        value_size=_value_size(chart, slot, bars, is_horizontal=is_horizontal),
        low=low,
        high=high,
        area=area,
        gap=min(max(slot / thickest - bars, 0.4 * bars), 5.0),
    )


def wish(chart: Chart) -> float:
    """How high the chart likes to be."""
    rows = len(chart.categories) if _is_horizontal(chart) else 6
    return _head(chart, USUAL_WIDTH) + rows * 28


def _is_horizontal(chart: Chart) -> bool:
    longest = max((len(name) for name in chart.categories), default=0)
    return chart.kind == "bar" or (chart.kind == "stacked" and longest > LONGEST_UNDER_COLUMN)


def _named(chart: Chart, room: float, *, is_horizontal: bool) -> Chart:
    """The chart with names that have room: two lines for a category, one for all series."""
    each = 0.48 * room - 10 if is_horizontal else room / max(len(chart.categories), 1) - 8
    cut = measuring.cut
    return replace(
        chart,
        axis_title=cut(chart.axis_title, TITLE_SIZE, room - 8, 1),
        categories=tuple(cut(name, LABEL_SIZE, each, 2) for name in chart.categories),
        series=tuple(
            replace(one, name=entry.name)
            for one, entry in zip(chart.series, legends.legend(chart.series, room), strict=True)
        ),
    )


def _legend(chart: Chart, room: float) -> tuple[Entry, ...]:
    if len(chart.series) < 2 or _names_its_bars(chart):
        return ()
    return legends.legend(chart.series, room)


def _names_its_bars(chart: Chart) -> bool:
    """Whether each series is one bar that stands under its own name."""
    return all(
        [category.startswith(series.name) for category, value in zip(
            chart.categories, series.values, strict=True
        ) if value is not None] == [True]
        for series in chart.series
    )  # fmt: skip


def _head(chart: Chart, room: float) -> float:
    """What stands above the bars: title, legend, the target's name."""
    named = _legend(chart, room)
    over = 16.0 if chart.kind == "bar" and chart.target is not None else 0.0
    return TITLE_HEIGHT + (legends.height(named) if named else 0.0) + over + 6


def _area(chart: Chart, box: Box, *, is_horizontal: bool) -> Box:
    top = _head(chart, box.width)
    right = 4.0
    if chart.target is not None and not is_horizontal:
        right += target_width(chart)
    if is_horizontal:
        left = min(0.48 * box.width, 10 + max(
            (measuring.width(name, LABEL_SIZE) for name in chart.categories), default=0.0
        ))  # fmt: skip
        bottom = 4.0
    else:
        left, bottom = 4.0, _category_height(chart, box.width / max(len(chart.categories), 1) - 8)
        if chart.kind == "line" and not _few_points(chart):
            left = 44.0
    if not is_horizontal and chart.kind == "line":
        top += 6
    return Box(
        left / box.width,
        top / box.height,
        (box.width - left - right) / box.width,
        (box.height - top - bottom) / box.height,
    )


def _category_height(chart: Chart, room: float) -> float:
    """What the names under columns take: one line or two."""
    lines = max(
        (len(measuring.lines(name, LABEL_SIZE, room)) for name in chart.categories), default=1
    )
    return 8 + LABEL_SIZE * measuring.LINE * min(lines, 2)


def target_width(chart: Chart) -> float:
    """The room that the target's name takes beside its line."""
    return measuring.width(target_name(chart), LABEL_SIZE) + 12


def target_name(chart: Chart) -> str:
    """The target in words."""
    return words.TARGET.format(value=said(chart.target, chart.number_format))


def _axis(chart: Chart, *, is_stacked: bool) -> tuple[float, float]:
    """From zero (or the smallest below it) to a little above the largest."""
    columns = zip(*(series.values for series in chart.series), strict=True)
    sums = [sum(value or 0.0 for value in column) for column in columns]
    single = [value for series in chart.series for value in series.values if value is not None]
    known = [*(sums if is_stacked else single), chart.target or 0.0, 0.0]
    high, low = max(known), min(known)
    if high == low:
        high = 1.0
    if is_stacked:
        return low, high * 1.05
    room = 0.16 * (high - low)
    return (low - room if low < 0 else 0.0), high + room


def _colours(chart: Chart) -> tuple[str, ...]:
    """Each series in a colour of its role that no other has; the two sides choose first."""
    taken: dict[int, str] = {}
    order = sorted(range(len(chart.series)), key=lambda n: ORDER.index(chart.series[n].role))
    for number in order:
        own = COLOURS[chart.series[number].role]
        free = [colour for colour in (*own, *palette.SEQUENCE) if colour not in taken.values()]
        taken[number] = (free or own)[0]
    return tuple(taken[number] for number in range(len(chart.series)))


def _one_a_category(chart: Chart) -> bool:
    """Whether each category has a bar of one series only, as where one is in focus."""
    columns = zip(*(series.values for series in chart.series), strict=True)
    return len(chart.series) > 1 and all(
        sum(value is not None for value in column) <= 1 for column in columns
    )


def _few_points(chart: Chart) -> bool:
    return len(chart.series) <= 2 and len(chart.categories) <= 8


def _value_size(chart: Chart, slot: float, bars: int, *, is_horizontal: bool) -> float:
    """The size at which every number has room beside its bar or point; 0 where none has."""
    if chart.kind == "line":
        return VALUE_SIZE if _few_points(chart) else 0.0
    texts = [
        said(value, chart.number_format)
        for series in chart.series
        for value in series.values
        if value is not None
    ]
    widest = max((measuring.width(text, 1.0, bold=True) for text in texts), default=1.0)
    fits = slot / (bars + 0.3) if is_horizontal else (slot * 0.7 / bars - 2) / widest
    size = min(VALUE_SIZE, fits)
    return size if size >= SMALLEST_VALUE else 0.0


def unlabelled(plot: Plot) -> list[str]:
    """The numbers that have no room beside their bar or point, each with its names."""
    return [
        words.VALUE.format(series=series.name, category=category, value=plot.said(value))
        for number, series in enumerate(plot.chart.series)
        for category, value, place in zip(
            plot.chart.categories, series.values, plot.places(number), strict=True
        )
        if value is not None and not (plot.labels_values and place)
    ]
