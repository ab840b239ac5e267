"""Strips and dots: meetings over time, and the age of what is open."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from partnership import figures, palette
from partnership.charts.drawing import (
    CATEGORIES,
    LEGEND_ABOVE,
    NO_LEGEND,
    SPARED,
    Trace,
    figure_of,
    height_of,
    plain_names,
)
from partnership.labels import charts as words


def meeting_strip(
    meetings: pd.DataFrame,
    silences: pd.DataFrame,
    *,
    label: str = "label",
    order: Sequence[str] = (),
    axis: str = words.DAY,
) -> go.Figure:
    """One line per partnership: meetings held (formal and informal) and missed, and each silence
    from the day the agreed interval ended.

    `meetings` has met_on, status, formality; `silences` has gap_start, gap_end, silent_days,
    interval_days. The rows are in `order`, the first on top.
    """
    held = meetings[meetings["status"] == "held"]
    missed = meetings[meetings["status"].isin(["cancelled", "no_show"])]
    too_long = silences[silences["silent_days"] > silences["interval_days"]]
    traces = [
        _silences(too_long, label),
        _dots(
            held[held["formality"] == "formal"], label, words.HELD_FORMAL, palette.BLUE, "circle"
        ),
        _dots(
            held[held["formality"] == "informal"],
            label,
            words.HELD_INFORMAL,
            palette.SKY,
            "circle-open",
        ),
        _dots(held[held["formality"].isna()], label, words.HELD, palette.BLUE, "circle"),
        _dots(missed, label, words.MISSED, palette.GREY, "x-thin"),
    ]
    rows = list(order) or sorted(set(meetings[label]) | set(silences[label]))
    figure = figure_of([trace for trace in traces if len(trace["x"])], height_of(len(rows)) + 40)
    figure.update_layout(showlegend=True, legend=LEGEND_ABOVE)
    figure.update_xaxes(title=axis, type="date")
    figure.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=[escape(row) for row in rows][::-1],
        **CATEGORIES,
    )
    return figure


def ages(
    frame: pd.DataFrame,
    *,
    label: str = "label",
    days: str,
    axis: str = words.AGE_DAYS,
    marked: Mapping[str, str] | None = None,
    kind: str | None = None,
    at_most: int = 15,
    beside: str | None = None,
) -> go.Figure:
    """A dot per case at its age, the oldest on top; at most the `at_most` oldest. `kind` names
    the column that colours the dots by `marked` (value → colour), `beside` one with words to stand
    behind the days."""
    oldest = (
        frame.dropna(subset=[days]).sort_values(days, ascending=False, kind="stable").head(at_most)
    )
    shown = oldest.iloc[::-1]
    colours = (
        [(marked or {}).get(value, palette.FOCUS) for value in shown[kind]]
        if kind
        else palette.FOCUS
    )
    trace: Trace = {
        "type": "scatter",
        "mode": "markers+text",
        "x": list(shown[days]),
        "y": list(range(len(shown))),
        "text": _numbers_and_words(shown, days, beside),
        "textposition": "middle right",
        "marker": {"size": 10, "color": colours},
        "customdata": plain_names(shown[label]),
        "hovertemplate": "%{customdata}: %{x}<extra></extra>",
        "error_x": {
            "type": "data",
            "array": [0] * len(shown),
            "arrayminus": list(shown[days]),
            "symmetric": False,
            "width": 0,
            "thickness": 1,
            "color": palette.LINE,
        },
        "cliponaxis": False,
    }
    figure = figure_of([trace], height_of(len(shown)) - SPARED, top=NO_LEGEND)
    figure.update_xaxes(
        title=axis,
        rangemode="tozero",
        range=[0, (1.3 if beside else 1.15) * max([*shown[days], 1])],
    )
    figure.update_yaxes(
        tickvals=list(range(len(shown))),
        ticktext=plain_names(shown[label]),
        zeroline=False,
        **CATEGORIES,
    )
    return figure


def _dots(meetings: pd.DataFrame, label: str, name: str, colour: str, symbol: str) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": list(meetings["met_on"]),
        "y": plain_names(meetings[label]),
        "marker": {
            "color": colour,
            "symbol": symbol,
            "size": 9,
            "line": {"color": colour, "width": 2},
        },
        "hovertemplate": f"%{{y}} · %{{x|%-d %b %Y}} · {name}<extra></extra>",
    }


def _silences(gaps: pd.DataFrame, label: str) -> Trace:
    """One trace for all: each silence is two points and a break."""
    x: list[Any] = []
    y: list[str | None] = []
    texts: list[str] = []
    for gap in gaps.itertuples():
        from_day = gap.gap_start + pd.Timedelta(days=int(gap.interval_days))
        name = escape(str(getattr(gap, label)))
        x += [from_day, gap.gap_end, None]
        y += [name, name, None]
        texts += [figures.days(gap.silent_days)] * 3
    return {
        "type": "scatter",
        "mode": "lines",
        "name": words.SILENCE,
        "x": x,
        "y": y,
        "text": texts,
        "line": {"color": palette.VERMILION, "width": 7},
        "opacity": 0.75,
        "hovertemplate": "%{y} · %{text}<extra></extra>",
    }


def _numbers_and_words(rows: pd.DataFrame, number: str, beside: str | None) -> list[str]:
    words_beside = rows[beside] if beside else [""] * len(rows)
    pairs = zip(rows[number], words_beside, strict=True)
    return [" · ".join(filter(None, (figures.number(value), said))) for value, said in pairs]
