"""A table of groups by groups, each cell the darker the more it holds."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from partnership import figures, palette
from partnership.charts.drawing import Trace, figure_of, plain_names

CELL_HEIGHT, ROOM_FOR_NAMES = 30, 110
FEWEST_ROWS = 3


def heat_table(
    frame: pd.DataFrame, *, row: str, column: str, value: str, own: str, order: Sequence[str]
) -> go.Figure:
    """Cells from the rows of the frame, with their number written in them; those where row and
    column are the same hold `own` and are grey, so that they darken nothing. `order` are the names
    of the rows from the top, and of the columns from the left."""
    names = plain_names(pd.Series(list(order), dtype="object"))
    plain = dict(zip(order, names, strict=True))
    cells = {
        (plain[a], plain[b]): number
        for a, b, number in zip(frame[row], frame[column], frame[value], strict=True)
    }
    shades = [[None if a == b else cells.get((a, b)) for b in names] for a in names]
    diagonal = [[1 if a == b else None for b in names] for a in names]
    traces = [
        _cells(names, shades, [palette.EMPTY_CELL, palette.CELL]),
        _cells(names, diagonal, [palette.FAINT, palette.FAINT]),
        _numbers(frame, (row, column, value, own), plain),
    ]
    figure = figure_of(traces, ROOM_FOR_NAMES + CELL_HEIGHT * max(len(names), FEWEST_ROWS))
    figure.update_xaxes(
        type="category", side="top", tickangle=-60, showgrid=False, automargin=True, ticks=""
    )
    figure.update_yaxes(
        type="category", autorange="reversed", showgrid=False, automargin=True, ticks=""
    )
    figure.update_layout(margin={"b": 8})
    return figure


def _cells(names: list[str], shades: Sequence[Sequence[float | None]], colours: list[str]) -> Trace:
    return {
        "type": "heatmap",
        "x": names,
        "y": names,
        "z": shades,
        "zmin": 0,
        "colorscale": [[0, colours[0]], [1, colours[1]]],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hoverinfo": "skip",
    }


def _numbers(frame: pd.DataFrame, columns: tuple[str, ...], plain: dict[str, str]) -> Trace:
    row, column, value, own = columns
    said = [
        figures.number(mine if figures.is_missing(shared) else shared)
        for shared, mine in zip(frame[value], frame[own], strict=True)
    ]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [plain[name] for name in frame[column]],
        "y": [plain[name] for name in frame[row]],
        "text": said,
        "textfont": {"size": 12},
        "hovertemplate": "%{y} · %{x}: %{text}<extra></extra>",
    }
