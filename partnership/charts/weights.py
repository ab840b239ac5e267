"""How the weights of what speaks for and against one person add up."""

import pandas as pd
import plotly.graph_objects as go

from partnership import palette
from partnership.charts.drawing import (
    CATEGORIES,
    NO_LEGEND,
    THIN,
    Trace,
    figure_of,
    height_of,
    plain_names,
)


def waterfall(
    frame: pd.DataFrame, *, label: str = "label", weight: str = "weight", axis: str
) -> go.Figure:
    """A step per row, each beginning where the one before ended, the first on top; a row whose
    `measure` is total ends them."""
    shown = frame.iloc[::-1]
    begins = (frame[weight].cumsum() - frame[weight]).where(frame["measure"] == "relative", 0.0)
    rows = shown[["measure", weight]].itertuples(index=False)
    colours = [_colour(*row) for row in rows]
    trace: Trace = {
        "type": "bar",
        "orientation": "h",
        "x": list(shown[weight]),
        "base": list(begins.iloc[::-1]),
        "y": list(range(len(shown))),
        "text": [f"{value:+.1f}".replace("-", "−") for value in shown[weight]],
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {"color": colours},
        "customdata": plain_names(shown[label]),
        "hovertemplate": "%{customdata}: %{x:+.1f}<extra></extra>",
    }
    figure = figure_of([trace], height_of(len(frame)), top=NO_LEGEND)
    ends = [0.0, *begins, *(begins + frame[weight])]
    room = 0.12 * (max(ends) - min(ends) or 1)
    figure.update_xaxes(title=axis, range=[min(ends) - room, max(ends) + room])
    figure.update_yaxes(
        tickvals=list(range(len(shown))), ticktext=plain_names(shown[label]), **CATEGORIES
    )
    figure.add_vline(x=0, line=THIN)
    return figure


def _colour(measure: str, weight: float) -> str:
    if measure == "total":
        return palette.GREY
    return palette.BLUE if weight > 0 else palette.ORANGE
