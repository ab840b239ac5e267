"""The chart of a review's slide on screen, from the same numbers that its files draw."""

import plotly.graph_objects as go

from partnership import figures, palette
from partnership.charts.drawing import (
    CATEGORIES,
    LEGEND_ABOVE,
    NO_LEGEND,
    PERCENT_AXIS,
    THIN,
    WITH_LEGEND,
    Trace,
    figure_of,
)
from partnership.review.model import Chart, Series

COLOURS = {
    "focus": palette.FOCUS,
    "before": palette.PALE,
    "other": palette.OTHERS,
    "hr": palette.HR,
    "agency": palette.AGENCY,
}
HEIGHT, ROW_HEIGHT = 300, 34


def review_slide(chart: Chart) -> go.Figure:
    """Bars lie, columns and stacks stand; each bar carries its number."""
    is_flat = chart.kind == "bar"
    traces = [_trace(chart, series, is_flat) for series in chart.series]
    has_legend = len(chart.series) > 1
    height = 90 + ROW_HEIGHT * len(chart.categories) if is_flat else HEIGHT
    figure = figure_of(traces, height, WITH_LEGEND if has_legend else NO_LEGEND)
    is_alone = all(sum(v is not None for v in column) <= 1 for column in _columns(chart))
    figure.update_layout(
        barmode="stack" if chart.kind == "stacked" or is_alone else "group",
        showlegend=has_legend,
        legend=LEGEND_ABOVE,
    )
    values = PERCENT_AXIS if chart.number_format == "0%" else {}
    length, names = (figure.update_xaxes, figure.update_yaxes) if is_flat else (
        figure.update_yaxes, figure.update_xaxes
    )  # fmt: skip
    length(title=chart.axis_title, rangemode="tozero", **values)
    names(type="category", **CATEGORIES, **({"autorange": "reversed"} if is_flat else {}))
    if chart.target is not None:
        at = _scaled(chart, chart.target)
        (figure.add_vline if is_flat else figure.add_hline)(at, line=THIN)
    return figure


def _trace(chart: Chart, series: Series, is_flat: bool) -> Trace:
    lengths = [None if value is None else _scaled(chart, value) for value in series.values]
    # Two lines of one name are two bars.
    names = [f"{name}{chr(0x200B) * chart.categories[:at].count(name)}"
             for at, name in enumerate(chart.categories)]  # fmt: skip
    trace: Trace = {
        "type": "scatter" if chart.kind == "line" else "bar",
        "name": series.name,
        "x": lengths if is_flat else names,
        "y": names if is_flat else lengths,
        "text": [_read(chart, value) for value in series.values],
        "marker": {"color": COLOURS[series.role]},
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
    }
    if chart.kind == "line":
        return trace | {"mode": "lines+markers"}
    where = "auto" if chart.kind == "stacked" else "outside"
    return trace | {"orientation": "h" if is_flat else "v", "textposition": where}


def _columns(chart: Chart) -> list[tuple[float | None, ...]]:
    return list(zip(*(series.values for series in chart.series), strict=True))


def _scaled(chart: Chart, value: float) -> float:
    return 100 * value if chart.number_format == "0%" else value


def _read(chart: Chart, value: float | None) -> str:
    if value is None or (chart.kind == "stacked" and not value):
        return ""
    if chart.number_format == "0%":
        return figures.percent(value)
    return figures.number(value, 1 if chart.number_format == "0.0" else 0)
