"""A share month by month, between the limits of what is usual."""

import pandas as pd
import plotly.graph_objects as go

from partnership import palette
from partnership.charts.drawing import NO_LEGEND, PERCENT_AXIS, Trace, figure_of
from partnership.labels import charts as words

DOT, SIGNAL = 6, 11


def control_chart(months: pd.DataFrame, *, axis: str, height: int = 230) -> go.Figure:
    """The months of one measure, from rows of measure_months: a line, its usual value and limits
    where it has any, the months that break a rule in their own colour."""
    traces = [_values(months)]
    if months["usual_share"].notna().any():
        bounds = [_bound(months, column) for column in ("usual_low", "usual_high", "usual_share")]
        traces = [*bounds, *traces, _signals(months)]
    figure = figure_of(traces, height, NO_LEGEND)
    figure.update_xaxes(type="date", showgrid=False)
    figure.update_yaxes(title=axis, **PERCENT_AXIS, rangemode="tozero")
    return figure


def _values(months: pd.DataFrame) -> Trace:
    texts = [words.MONTH_OF.format(k=k, n=n) for k, n in zip(months["k"], months["n"], strict=True)]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": list(months["month"]),
        "y": list(100 * months["rate"]),
        "customdata": texts,
        "line": {"color": palette.GREY, "width": 1.2},
        "marker": {"color": palette.FOCUS, "size": DOT},
        "hovertemplate": "%{x|%b %Y}: %{y:.0f} % (%{customdata})<extra></extra>",
    }


def _bound(months: pd.DataFrame, column: str) -> Trace:
    dash = "solid" if column == "usual_share" else "dot"
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(months["month"]),
        "y": list(100 * months[column]),
        "line": {"color": palette.LINE, "width": 1.2, "dash": dash, "shape": "hvh"},
        "hoverinfo": "skip",
    }


def _signals(months: pd.DataFrame) -> Trace:
    marked = months[months["signal"].notna()]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(marked["month"]),
        "y": list(100 * marked["rate"]),
        "marker": {"color": palette.VERMILION, "size": SIGNAL},
        "hoverinfo": "skip",
    }
