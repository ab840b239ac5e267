"""One candidate's case: who sent them when, and for how long each is protected."""

from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from partnership import palette
from partnership.charts.drawing import (
    CATEGORIES,
    NO_LEGEND,
    Trace,
    figure_of,
    height_of,
    plain_names,
)
from partnership.labels import likely_owner as words

MARKS = {
    "sent": (palette.BLUE, "circle"),
    "applied": (palette.SKY, "square"),
    "consent": (palette.GREEN, "circle-open"),
    "rejected": (palette.VERMILION, "x"),
    "withdrawn": (palette.GREY, "cross"),
    "hired": (palette.ORANGE, "star"),
    "disputed": (palette.PINK, "triangle-up"),
    "settled": (palette.PINK, "triangle-down"),
}


def case_timeline(events: pd.DataFrame, *, is_ours: bool = True) -> go.Figure:
    """One line per agency and one for ourselves: a bar for the days agreed from each submission for
    this search, a mark for each thing that happened. What the marks mean stands above the chart:
    a legend of its own would cover it on a phone.

    `events` has who, what, happened_on, protected_until and sent_for; to an agency we are the
    company.
    """
    order = list(dict.fromkeys(events["who"]))
    here = events[events["sent_for"].isna()]
    traces = [_windows(here[here["what"] == "sent"])]
    names = words.MARKS if is_ours else words.MARKS_AGENCY
    traces += [_marks(events[events["what"] == what], what, names[what]) for what in MARKS]
    figure = figure_of(
        [trace for trace in traces if len(trace["x"])], height_of(len(order)), NO_LEGEND
    )
    figure.update_xaxes(title=words.AXIS, type="date")
    figure.update_yaxes(
        type="category",
        categoryorder="array",
        categoryarray=[escape(name) for name in order][::-1],
        **CATEGORIES,
    )
    return figure


def _windows(sent: pd.DataFrame) -> Trace:
    """One trace for all: each bar is two points and a break."""
    x: list[Any] = []
    y: list[str | None] = []
    for row in sent.dropna(subset=["protected_until"]).itertuples():
        x += [row.happened_on, row.protected_until, None]
        y += [escape(str(row.who)), escape(str(row.who)), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": words.WINDOW,
        "x": x,
        "y": y,
        "line": {"color": palette.FAINT, "width": 12},
        "hovertemplate": f"%{{y}} · {words.WINDOW} · %{{x|%-d %b %Y}}<extra></extra>",
    }


def _marks(events: pd.DataFrame, what: str, name: str) -> Trace:
    colour, symbol = MARKS[what]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": list(events["happened_on"]),
        "y": plain_names(events["who"]),
        "customdata": plain_names(events["when"]),
        # A consent lies around the submission that came on its day.
        "marker": {"color": colour, "symbol": symbol, "size": 17 if what == "consent" else 10}
        | {"line": {"color": colour, "width": 2}},
        "hovertemplate": f"%{{y}} · {name} · %{{customdata}}<extra></extra>",
    }
