"""Bullet bars: each line's share and its likely range between the agreed floor and target."""

import pandas as pd
import plotly.graph_objects as go

from partnership import figures, palette
from partnership.charts.drawing import (
    CATEGORIES,
    NO_LEGEND,
    PERCENT_AXIS,
    ROW_HEIGHT,
    Trace,
    direct_labels,
    figure_of,
    has_enough,
    plain_names,
    ranges,
    scaled,
)

# Where the words of a row begin, and how far the axis reaches to hold them.
WORDS_AT, REACH = 102, 168
BAND, BAR = 0.72, 0.3
AROUND = 56


def bullets(
    frame: pd.DataFrame,
    *,
    label: str,
    value: str,
    low: str,
    high: str,
    of: tuple[str, str],
    floor: str,
    target: str,
    instead: str,
    axis: str,
    colour: str = palette.FOCUS,
) -> go.Figure:
    """A row per line, in the order of the rows: a bar to its share with its likely range, a band
    from floor to target and a mark at the target. A line without a share has the words of the
    column `instead` in the place of its numbers."""
    names, enough = plain_names(frame[label]), has_enough(frame, of)
    shares = scaled(frame[value].where(enough), "percent")
    texts = [
        str(said) if figures.is_missing(share) else text
        for said, share, text in zip(
            frame[instead], frame[value], direct_labels(frame, value, "percent", of), strict=True
        )
    ]
    bar: Trace = {
        "type": "bar",
        "orientation": "h",
        "x": [None if figures.is_missing(share) else share for share in shares],
        "y": names,
        "width": BAR,
        "marker": {"color": colour},
        "error_x": ranges(frame, value, low, high, "percent", enough),
        "text": texts,
        "textposition": "none",
        "hovertemplate": "%{y}: %{text}<extra></extra>",
    }
    traces = [
        _band(frame, names, floor, target),
        bar,
        _marks(frame, names, target),
        _words(names, texts),
    ]
    figure = figure_of(traces, AROUND + ROW_HEIGHT * max(len(frame), 1), top=NO_LEGEND)
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(
        title=axis, **PERCENT_AXIS, range=[0, REACH], tickvals=[0, 25, 50, 75, 100], zeroline=False
    )
    figure.update_yaxes(type="category", autorange="reversed", **CATEGORIES)
    return figure


def _band(frame: pd.DataFrame, names: list[str], floor: str, target: str) -> Trace:
    """From the agreed floor to the target, whichever is the smaller."""
    ends = frame[[floor, target]]
    return {
        "type": "bar",
        "orientation": "h",
        "base": _filled(scaled(ends.min(axis=1), "percent")),
        "x": _filled(scaled(ends.max(axis=1) - ends.min(axis=1), "percent")),
        "y": names,
        "width": BAND,
        "marker": {"color": palette.FAINT},
        "hoverinfo": "skip",
    }


def _marks(frame: pd.DataFrame, names: list[str], target: str) -> Trace:
    """A mark at each target."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": _filled(scaled(frame[target], "percent")),
        "y": names,
        "marker": {
            "symbol": "line-ns",
            "size": 18,
            "line": {"width": 2.5, "color": palette.GREY},
        },
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _words(names: list[str], texts: list[str]) -> Trace:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [WORDS_AT] * len(names),
        "y": names,
        "text": texts,
        "textposition": "middle right",
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _filled(values: pd.Series) -> list[float | None]:
    return [None if figures.is_missing(value) else float(value) for value in values]
