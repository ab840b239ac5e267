"""What every chart shares: its ground, its axes, its labels."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from math import inf
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from partnership import figures, palette

Trace = dict[str, Any]
NO_BUTTONS = {"displayModeBar": False, "responsive": True}
ROW_HEIGHT = 30
# Up to here an axis of counts has a tick at every number, and none between two.
FEWEST_WITHOUT_STEPS = 5
# Room above the plot, for a legend or without one.
WITH_LEGEND, NO_LEGEND = 30, 6
SPARED = WITH_LEGEND - NO_LEGEND
THIN = {"color": palette.LINE, "width": 1}
LEGEND_ABOVE = {
    "orientation": "h",
    "yanchor": "bottom",
    "y": 1.02,
    "xanchor": "left",
    "x": 0,
    "traceorder": "normal",
}
PERCENT_AXIS = {"ticksuffix": f"{figures.NO_BREAK}%"}
CATEGORIES = {"automargin": True, "showgrid": False}


def figure_of(traces: Sequence[Trace], height: int, top: int = WITH_LEGEND) -> go.Figure:
    """A figure of these traces, without buttons, legend or title; `top` is the room above it."""
    figure = go.Figure({"data": list(traces), "layout": {}}, _validate=False)
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 16, "t": top, "b": 40},
        showlegend=False,
        dragmode=False,
        bargap=0.3,
    )
    return figure


def height_of(rows: int) -> int:
    """Room for so many rows."""
    return 80 + ROW_HEIGHT * max(rows, 1)


def plain_names(labels: pd.Series) -> list[str]:
    """Labels as text: Plotly reads a little HTML, and what people typed must stay text."""
    return [escape(str(name)) for name in labels]


def scaled(values: pd.Series, unit: str) -> pd.Series:
    """Fractions as percent; other units as they are."""
    return values * 100 if unit == "percent" else values


def axis_of(unit: str, highest: float = inf) -> Mapping[str, Any]:
    """How an axis of this unit, reaching so high, writes its numbers."""
    if unit == "percent":
        return PERCENT_AXIS
    if unit != "count":
        return {}
    return {"tickformat": ",d"} | ({"dtick": 1} if highest <= FEWEST_WITHOUT_STEPS else {})


def value_text(value: float | None, unit: str) -> str:
    """A number with its unit."""
    return {"percent": figures.percent, "days": figures.days}.get(unit, figures.number)(value)


def direct_labels(
    frame: pd.DataFrame, value: str, unit: str, of: tuple[str, str] | None
) -> list[str]:
    """Per row "47 % · 39 of 84"; under five cases only "2 of 3"."""
    if of is None:
        return [value_text(each, unit) for each in frame[value]]
    counts = zip(frame[value], frame[of[0]], frame[of[1]], strict=True)
    return [
        f"{value_text(each, unit)} · {figures.k_of_n(k, n)}"
        if figures.is_enough(n)
        else figures.k_of_n(k, n)
        for each, k, n in counts
    ]


def has_enough(frame: pd.DataFrame, of: tuple[str, str] | None) -> pd.Series:
    """Per row whether it stands on enough cases for a colour and a range."""
    if of is None:
        return pd.Series(True, index=frame.index)
    return pd.Series([figures.is_enough(n) for n in frame[of[1]]], index=frame.index, dtype=bool)


def ranges(
    frame: pd.DataFrame, value: str, low: str, high: str, unit: str, enough: pd.Series
) -> Trace:
    """The likely range of each row that has enough cases for one."""
    above = (frame[high] - frame[value]).where(enough).clip(lower=0)
    below = (frame[value] - frame[low]).where(enough).clip(lower=0)
    return {
        "type": "data",
        "symmetric": False,
        "array": list(scaled(above, unit)),
        "arrayminus": list(scaled(below, unit)),
        "color": palette.GREY,
        "thickness": 1.2,
        # No caps: one would be left standing where there are too few cases for a range.
        "width": 0,
    }


def in_ink(figure: go.Figure, colour: str) -> go.Figure:
    """The figure with its letters in one colour, but for those on bars: the theme's own grey is
    too pale to read."""
    ink = {"color": colour}
    for axes in (figure.update_xaxes, figure.update_yaxes):
        axes(tickfont=ink, title={"font": ink})
    figure.update_layout(font=ink, legend={"font": ink})
    figure.update_annotations(font=ink)
    for trace in figure.data:
        if trace.type == "scatter" and "text" in (trace.mode or ""):
            trace.update(textfont=ink)
    return figure


def named(figure: go.Figure, said: Callable[[str], str]) -> go.Figure:
    """The figure with the names in its legend, and where the pointer rests, as `said` has them."""
    for trace in figure.data:
        for part in ("name", "hovertemplate"):
            if isinstance(text := trace[part] if part in trace else None, str):
                trace[part] = said(text)
    return figure


def enlarged(figure: go.Figure, letters: int, height: int) -> go.Figure:
    """The figure so high, and all its letters so large: for a wall."""
    font = {"size": letters}
    for axes in (figure.update_xaxes, figure.update_yaxes):
        axes(tickfont=font, title={"font": font})
    figure.update_layout(font=font, legend={"font": font}, height=height)
    if figure.layout.uniformtext.minsize:
        figure.update_layout(uniformtext={"minsize": letters})
    figure.update_annotations(font=font)
    figure.update_traces(textfont=font, selector=lambda trace: "textfont" in trace)
    return figure


def is_blank(figure: go.Figure) -> bool:
    """Whether the figure would show axes and nothing on them: an empty state says more."""
    return not any(_has_marks(trace) for trace in figure.data)


def _has_marks(trace: Any) -> bool:
    is_bar = trace.type == "bar"
    values = trace.x if getattr(trace, "orientation", None) == "h" else trace.y
    return any(not figures.is_missing(v) and not (is_bar and v == 0) for v in values or ())
