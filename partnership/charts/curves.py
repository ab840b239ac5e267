"""The curve: what becomes of what was opened, day by day."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from partnership import figures, palette
from partnership.charts.drawing import LEGEND_ABOVE, PERCENT_AXIS, THIN, Trace, figure_of
from partnership.labels import charts as words


def filled_by_whom(
    curve: pd.DataFrame,
    *,
    marks: Sequence[int] = (30, 60, 90),
    naive_median: float | None = None,
    honest_median: float | None = None,
    last_day: int = 180,
    height: int = 380,
) -> go.Figure:
    """Share of openings filled by an agency, filled otherwise, cancelled and still open, by day.

    `curve` has the columns of time_to_fill_curve for one group; what it doesn't show is no layer.
    The two medians are drawn as
    lines, so that the gap between them is seen.
    """
    shown = _steps(curve, last_day)
    layers = {
        "filled_by_agency": (words.FILLED_BY_AGENCY, palette.BY_AGENCY),
        "filled_otherwise": (words.FILLED_OTHERWISE, palette.OTHERWISE),
        "cancelled": (words.CANCELLED, palette.CANCELLED),
        "still_open": (words.STILL_OPEN, palette.STILL_OPEN),
    }
    traces = [
        _layer(shown, column, name, colour)
        for column, (name, colour) in layers.items()
        if curve[column].notna().any()
    ]
    figure = figure_of(traces, height)
    figure.update_layout(showlegend=True, hovermode="x unified", legend=LEGEND_ABOVE)
    ticks = sorted({0, *marks, *range(120, last_day + 1, 60)})
    figure.update_xaxes(title=words.DAYS_OPEN, range=[0, last_day], tickvals=ticks, showgrid=False)
    figure.update_yaxes(title=words.SHARE_OF_OPENINGS, **PERCENT_AXIS, range=[0, 100])
    for day in marks:
        figure.add_vline(x=day, line=THIN)
    _median_line(figure, naive_median, words.NAIVE_MEDIAN, palette.ORANGE, "right")
    _median_line(figure, honest_median, words.HONEST_MEDIAN, palette.VERMILION, "left")
    return figure


def _steps(curve: pd.DataFrame, last_day: int) -> pd.DataFrame:
    """The curve up to `last_day`, from day 0 (everything open) and carried on to the last day
    seen."""
    start = {
        "day": 0,
        "filled_by_agency": 0.0,
        "filled_otherwise": 0.0,
        "cancelled": 0.0,
        "still_open": 1.0,
    }
    columns = list(start)
    rows = curve[columns].sort_values("day")
    if rows.empty or rows["day"].iloc[0] > 0:
        rows = pd.concat([pd.DataFrame([start]), rows], ignore_index=True)
    shown = rows[rows["day"] <= last_day]
    if rows["day"].max() > last_day:
        shown = pd.concat([shown, shown.tail(1).assign(day=last_day)], ignore_index=True)
    return shown


def _layer(curve: pd.DataFrame, column: str, name: str, colour: str) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": list(curve["day"]),
        "y": list(100 * curve[column]),
        "stackgroup": "one",
        "line": {"shape": "hv", "width": 0.5, "color": colour},
        "fillcolor": colour,
        "hovertemplate": f"{name}: %{{y:.0f}}{figures.NO_BREAK}%<extra></extra>",
    }


def _median_line(figure: go.Figure, day: float | None, text: str, colour: str, side: str) -> None:
    if day is None or figures.is_missing(day):
        return
    figure.add_vline(x=day, line={"color": colour, "width": 2, "dash": "dash"})
    figure.add_annotation(
        x=day,
        y=1,
        yref="paper",
        yanchor="top",
        xanchor=side,
        xshift=6 if side == "left" else -6,
        showarrow=False,
        text=text.format(day=figures.number(day)),
    )
