"""The funnel plot: agencies by their number of cases, within the limits that chance leaves."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from partnership import palette
from partnership.charts.drawing import (
    NO_LEGEND,
    PERCENT_AXIS,
    THIN,
    Trace,
    axis_of,
    figure_of,
    plain_names,
)


def funnel(
    frame: pd.DataFrame,
    limits: pd.DataFrame,
    *,
    pooled: float,
    said: str,
    names: Sequence[str],
    axis: str,
    cases: str,
) -> go.Figure:
    """A dot per agency (label, n, rate, is_outside), named where it lies outside; `limits` has n
    and the four ends low_95, high_95, low_998, high_998, called by the two `names`. `said` stands
    on the line of all together."""
    inner, outer = names
    traces = [
        _limit(limits, "low_998", outer, "dot"),
        _limit(limits, "high_998", outer, "dot"),
        _limit(limits, "low_95", inner, "solid"),
        _limit(limits, "high_95", inner, "solid"),
        _agencies(frame),
    ]
    figure = figure_of(traces, 360, top=NO_LEGEND)
    figure.add_hline(y=100 * pooled, line=THIN)
    figure.add_annotation(
        x=1, xref="paper", xanchor="right", y=100 * pooled, yanchor="bottom", text=said,
        showarrow=False,
    )  # fmt: skip
    figure.update_xaxes(title=cases, **axis_of("count"), rangemode="tozero")
    figure.update_yaxes(title=axis, **PERCENT_AXIS, range=[-4, 104])
    return figure


def _limit(limits: pd.DataFrame, column: str, name: str, dash: str) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": list(limits["n"]),
        "y": list(100 * limits[column]),
        "line": {"color": palette.GREY, "width": 1, "dash": dash},
        "hovertemplate": f"{name}: %{{y:.0f}} %<extra></extra>",
    }


def _agencies(frame: pd.DataFrame) -> Trace:
    labels, outside = plain_names(frame["label"]), list(frame["is_outside"])
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": list(frame["n"]),
        "y": list(100 * frame["rate"]),
        "text": [name if is_out else "" for name, is_out in zip(labels, outside, strict=True)],
        "textposition": "top center",
        "customdata": labels,
        "marker": {
            "size": 9,
            "color": [palette.VERMILION if is_out else palette.FOCUS for is_out in outside],
        },
        "hovertemplate": "%{customdata}: %{y:.0f} % of %{x}<extra></extra>",
        "cliponaxis": False,
    }
