"""Two groups beside each other: a dot with its likely range for each."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from partnership import figures, palette
from partnership.charts.drawing import (
    LEGEND_ABOVE,
    PERCENT_AXIS,
    Trace,
    figure_of,
    plain_names,
    scaled,
    value_text,
)

PAIR_HEIGHT = 34
# How far the two dots of a row stand from its middle.
APART = 0.18
ROOM_BESIDE = 118


def pairs(
    frame: pd.DataFrame,
    *,
    label: Sequence[str],
    groups: Sequence[tuple[str, str]],
    said: str,
    axis: str,
) -> go.Figure:
    """A row of the frame is a row of the chart, the first on top; `label` are the columns of its
    two lines of words.

    `groups` are (name, beginning of the columns _rate, _low, _high, _k and _n) of the two dots of a
    row; `said` is the column of the words at its right.
    """
    rows = [float(at) for at in range(len(frame))]
    first, second = (
        _dots(frame, name, stem, [row + shift for row in rows], colour)
        for (name, stem), shift, colour in zip(
            groups, (-APART, APART), (palette.FOCUS, palette.ORANGE), strict=True
        )
    )
    height = 80 + PAIR_HEIGHT * max(len(frame), 1)
    figure = figure_of([first, second], height)
    figure.update_layout(
        showlegend=True,
        legend=LEGEND_ABOVE,
        margin={"r": ROOM_BESIDE},
        annotations=_beside(list(frame[said]), rows),
    )
    figure.update_xaxes(title=axis, **PERCENT_AXIS, range=[-1, 101], tickvals=[0, 25, 50, 75, 100])
    lines = zip(*(plain_names(frame[column]) for column in label), strict=True)
    figure.update_yaxes(
        tickvals=rows,
        ticktext=["<br>".join(parts) for parts in lines],
        range=[len(frame) - 0.5, -0.5],
        automargin=True,
        showgrid=False,
        zeroline=False,
    )
    return figure


def _dots(frame: pd.DataFrame, name: str, stem: str, rows: list[float], colour: str) -> Trace:
    rates = frame[f"{stem}_rate"]
    counts = zip(rates, frame[f"{stem}_k"], frame[f"{stem}_n"], strict=True)
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": list(scaled(rates, "percent")),
        "y": rows,
        "marker": {"size": 10, "color": colour},
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": list(scaled((frame[f"{stem}_high"] - rates).clip(lower=0), "percent")),
            "arrayminus": list(scaled((rates - frame[f"{stem}_low"]).clip(lower=0), "percent")),
            "color": colour,
            "thickness": 1.6,
            "width": 0,
        },
        "customdata": [
            f"{value_text(rate, 'percent')} · {figures.k_of_n(k, n)}" for rate, k, n in counts
        ],
        "hovertemplate": f"{name}: %{{customdata}}<extra></extra>",
        "cliponaxis": False,
    }


def _beside(texts: Sequence[str], rows: Sequence[float]) -> list[Trace]:
    """Words right of the plot, below each other whatever the dots of their rows are."""
    return [
        {
            "xref": "paper",
            "x": 1,
            "xanchor": "left",
            "y": row,
            "text": text,
            "align": "left",
            "showarrow": False,
        }
        for text, row in zip(texts, rows, strict=True)
    ]
