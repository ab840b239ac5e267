"""How many are still waiting, working day by working day."""

import pandas as pd
import plotly.graph_objects as go

from partnership import figures, palette
from partnership.charts.drawing import PERCENT_AXIS, THIN, Trace, figure_of
from partnership.labels import charts as words


def still_waiting(
    curve: pd.DataFrame, *, limit: int, last_day: int = 20, height: int = 260
) -> go.Figure:
    """The share still waiting after so many working days, with its likely range, and a line at the
    agreed day. `curve` has the columns of feedback_curve for one group."""
    start = pd.DataFrame({"day": [0], "still_waiting": [1.0], "low": [1.0], "high": [1.0]})
    rows = curve[["day", "still_waiting", "low", "high"]].sort_values("day")
    begun = rows if len(rows) and rows["day"].iloc[0] == 0 else pd.concat([start, rows])
    shown = begun[begun["day"] <= last_day]
    if begun["day"].max() > last_day:
        shown = pd.concat([shown, shown.tail(1).assign(day=last_day)])
    figure = figure_of([_edge(shown, "low"), _edge(shown, "high"), _line(shown)], height)
    figure.update_xaxes(title=words.WORKING_DAYS_WAITED, range=[0, last_day], showgrid=False)
    figure.update_yaxes(title=words.STILL_WAITING, **PERCENT_AXIS, range=[0, 100])
    figure.add_vline(x=limit, line=THIN)
    return figure


def _line(rows: pd.DataFrame) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(rows["day"]),
        "y": list(100 * rows["still_waiting"]),
        "line": {"shape": "hv", "width": 2, "color": palette.FOCUS},
        "hovertemplate": f"%{{x}}: %{{y:.0f}}{figures.NO_BREAK}%<extra></extra>",
    }


def _edge(rows: pd.DataFrame, end: str) -> Trace:
    """One edge of the likely range; the upper one fills down to the lower."""
    values = rows[end].fillna(rows["still_waiting"])
    trace: Trace = {
        "type": "scatter",
        "mode": "lines",
        "x": list(rows["day"]),
        "y": list(100 * values),
        "line": {"shape": "hv", "width": 0, "color": palette.FOCUS},
        "hoverinfo": "skip",
    }
    return trace | ({"fill": "tonexty", "fillcolor": palette.FOCUS_GROUND} if end == "high" else {})
