"""A chart as rectangles, lines and texts at places, for formats without charts of their own."""

from typing import Any

from partnership import palette
from partnership.review import legends, plotted
from partnership.review.plotted import Plot
from partnership.typeset import measuring

Mark = dict[str, Any]
INK, SECOND, GRID = palette.DARK_TEXT, palette.INK["light"], "#E3E7EC"
# A bar of nothing is this thick: a zero is not a gap.
ZERO = 2.0
# Between the bars of one group, as a share of a bar.
APART = 0.08


def marks(plot: Plot) -> list[Mark]:
    """Everything that is drawn, from the back to the front, in points from the upper left."""
    drawn = [_text(0, 0, plot.chart.axis_title, plotted.TITLE_SIZE, SECOND)]
    drawn += _legend(plot) + _scale(plot) + _names(plot)
    target = _target(plot) if plot.chart.target is not None else []
    if plot.chart.kind == "line":
        return drawn + target + _lines(plot)
    return drawn + _bars(plot) + target


def _legend(plot: Plot) -> list[Mark]:
    drawn: list[Mark] = []
    for entry, colour in zip(plot.legend, plot.colours, strict=False):
        top = plotted.TITLE_HEIGHT + legends.LINE_HEIGHT * entry.line
        drawn.append(_rect(entry.left, top + 3, 8, 8, colour))
        drawn.append(_text(entry.left + 13, top, entry.name, legends.SIZE, INK))
    return drawn


def _area(plot: Plot) -> tuple[float, float, float, float]:
    wide, high = plot.box.width, plot.box.height
    area = plot.area
    return area.left * wide, area.top * high, area.width * wide, area.height * high


def _scale(plot: Plot) -> list[Mark]:
    """Four quiet lines with their values, where not every number has room."""
    left, top, wide, high = _area(plot)
    drawn: list[Mark] = []
    for step in range(0 if plot.labels_values or plot.is_horizontal else 5):
        value = plot.low + (plot.high - plot.low) * step / 4
        at = top + high * (1 - step / 4)
        drawn.append(_line(left, at, left + wide, at, GRID, 0.5))
        drawn.append(_text(left - 6, at - 7, plot.said(value), 10, SECOND, "right"))
    return drawn


def _names(plot: Plot) -> list[Mark]:
    """The categories along their axis."""
    left, top, wide, high = _area(plot)
    count = len(plot.chart.categories)
    zero = plot.fraction(0.0)
    if plot.is_horizontal:
        axis = _line(left + zero * wide, top, left + zero * wide, top + high, palette.PALE, 0.75)
        return [axis] + [
            _text(left - 8, top + high * (n + 0.5) / count, name, plotted.LABEL_SIZE, INK, "right",
                  room=left - 8, middle=True)
            for n, name in enumerate(plot.chart.categories)
        ]  # fmt: skip
    at = top + high * (1 - zero)
    return [_line(left, at, left + wide, at, palette.PALE, 0.75)] + [
        _text(left + wide * (n + 0.5) / count, top + high + 6, name, plotted.LABEL_SIZE, INK,
              "center", room=wide / count)
        for n, name in enumerate(plot.chart.categories)
    ]  # fmt: skip


def _bars(plot: Plot) -> list[Mark]:
    left, top, wide, high = _area(plot)
    count = len(plot.chart.categories)
    bars = 1 if plot.is_stacked or plot.one_a_category else len(plot.chart.series)
    slot = (high if plot.is_horizontal else wide) / count
    thick = slot / (bars + plot.gap)
    drawn: list[Mark] = []
    for point in range(count):
        base = 0.0
        for number, series in enumerate(plot.chart.series):
            value = series.values[point]
            if value is None:
                continue
            start = base if plot.is_stacked else 0.0
            least = 0.0 if plot.is_stacked else ZERO
            place = 0 if bars == 1 else number
            across = slot * point + thick * (plot.gap / 2 + place + APART / 2)
            ends = sorted((plot.fraction(start), plot.fraction(start + value)))
            if plot.is_horizontal:
                box = (left + ends[0] * wide, top + across,
                       max((ends[1] - ends[0]) * wide, least), thick * (1 - APART))  # fmt: skip
            else:
                long = max((ends[1] - ends[0]) * high, least)
                box = (left + across, top + (1 - ends[0]) * high - long, thick * (1 - APART), long)
            drawn.append(_rect(*box, plot.colours[number]))
            drawn += _value(plot, number, point, box, is_below=value < 0)
            base += value if plot.is_stacked else 0.0
    return drawn


def _value(
    plot: Plot, number: int, point: int, box: tuple[float, ...], *, is_below: bool
) -> list[Mark]:
    """The number of a bar where it has room."""
    place = plot.places(number)[point] if plot.labels_values else ""
    if not place:
        return []
    x, y, wide, high = box
    size, bold = plot.value_size, not plot.is_stacked
    said = plot.said(plot.chart.series[number].values[point])
    on_bar = palette.text_on(plot.colours[number])
    if place == "ctr":
        at, align, colour = (x + wide / 2, y + high / 2), "center", on_bar
    elif plot.is_horizontal:
        inside, end = place == "inEnd", x if is_below else x + wide
        away = -5 if inside != is_below else 5
        align = "right" if inside != is_below else "left"
        at, colour = (end + away, y + high / 2), on_bar if inside else INK
    else:
        inside, end = place == "inEnd", y + high if is_below else y
        away = 10 if inside != is_below else -9
        at, align, colour = (x + wide / 2, end + away), "center", on_bar if inside else INK
    return [_text(*at, said, size, colour, align, middle=True, bold=bold)]


def _lines(plot: Plot) -> list[Mark]:
    left, top, wide, high = _area(plot)
    count = len(plot.chart.categories)
    drawn: list[Mark] = []
    for number, (series, colour) in enumerate(zip(plot.chart.series, plot.colours, strict=True)):
        points = [
            None if value is None
            else (left + wide * (n + 0.5) / count, top + high * (1 - plot.fraction(value)))
            for n, value in enumerate(series.values)
        ]  # fmt: skip
        pairs = zip(points, points[1:], strict=False)
        drawn += [_line(*one, *two, colour, 2.0) for one, two in pairs if one and two]
        drawn += [_dot(*point, 3.4, colour) for point in points if point]
        if plot.labels_values:
            drawn += [
                _text(point[0], point[1] + (12 if place == "b" else -12),
                      plot.said(series.values[n]), plot.value_size, INK, "center", middle=True,
                      bold=True)
                for n, (point, place) in enumerate(zip(points, plot.places(number), strict=True))
                if point
            ]  # fmt: skip
    return drawn


def _target(plot: Plot) -> list[Mark]:
    left, top, wide, high = _area(plot)
    at, name = plot.fraction(float(plot.chart.target or 0.0)), plotted.target_name(plot.chart)
    if plot.is_horizontal:
        x, half = left + at * wide, plotted.target_width(plot.chart) / 2
        middle = min(max(x, half), plot.box.width - half)
        return [
            _line(x, top - 2, x, top + high, INK, 1.0, is_dashed=True),
            _text(middle, top - 16, name, plotted.LABEL_SIZE, INK, "center"),
        ]
    y = top + high * (1 - at)
    return [
        _line(left, y, left + wide, y, INK, 1.0, is_dashed=True),
        _text(left + wide + 6, y, name, plotted.LABEL_SIZE, INK, middle=True),
    ]


def _rect(x: float, y: float, wide: float, high: float, colour: str) -> Mark:
    return {"mark": "rect", "x": x, "y": y, "w": wide, "h": high, "colour": colour}


def _dot(x: float, y: float, r: float, colour: str) -> Mark:
    return {"mark": "dot", "x": x - r, "y": y - r, "r": r, "colour": colour}


def _line(
    x: float, y: float, to_x: float, to_y: float, colour: str, thick: float,
    *, is_dashed: bool = False,
) -> Mark:  # fmt: skip
    return {"mark": "line", "x": x, "y": y, "to_x": to_x, "to_y": to_y, "colour": colour,
            "thick": thick, "dashed": is_dashed}  # fmt: skip


def _text(
    x: float,
    y: float,
    text: str,
    size: float,
    colour: str,
    align: str = "left",
    *,
    middle: bool = False,
    bold: bool = False,
    room: float = 0.0,
) -> Mark:
    """A text whose `align` edge is at x, and whose top, or middle, is at y."""  # fmt: skip
    return {"mark": "text", "x": x, "y": y, "text": text, "size": size, "colour": colour,
            "align": align, "middle": middle, "bold": bold,
            "room": room or measuring.width(text, size, bold=bold) + 4}  # fmt: skip
