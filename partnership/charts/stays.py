"""Who is still here: by day since the start, and by the quarter they started in."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from partnership import figures, palette
from partnership.charts.drawing import (
    LEGEND_ABOVE,
    NO_LEGEND,
    PERCENT_AXIS,
    THIN,
    Trace,
    direct_labels,
    figure_of,
    has_enough,
    ranges,
    scaled,
    value_text,
)
from partnership.labels import charts as words

YEAR = 365
HATCHED = {"shape": "/", "fgcolor": palette.LINE, "bgcolor": palette.CLEAR, "size": 8}
# What lies above 100 % is room for the labels.
WITH_LABELS = 128


def still_here(
    curve: pd.DataFrame,
    *,
    before: pd.DataFrame | None = None,
    marks: tuple[int, ...] = (90, 180, 270, YEAR),
    height: int = 340,
) -> go.Figure:
    """The share still here by day since the start, with its likely range; `before` are those of
    the period compared with, in grey.

    `curve` has the columns of retention_curve. From the day on to which only a few have been
    followed, hatching takes the place of the line.
    """
    known = _known(curve)
    traces = [*_band(known), _line(known, words.STARTED_NOW, palette.FOCUS, 2.5)]
    lowest = min([*known["low"].fillna(1), *known["retained"]])
    if before is not None and len(earlier := _known(before)) > 1:
        traces.insert(0, _line(earlier, words.STARTED_BEFORE, palette.GREY, 1.5, "dot"))
        lowest = min([lowest, *earlier["retained"]])
    floor = max(0, 10 * int(10 * lowest - 0.5))
    if known["day"].iloc[-1] < YEAR:
        traces.append(_too_early(known["day"].iloc[-1], floor))
    figure = figure_of(traces, height)
    figure.update_layout(showlegend=True, hovermode="x unified", legend=LEGEND_ABOVE)
    figure.update_xaxes(
        title=words.DAYS_HERE, range=[0, YEAR], tickvals=[0, *marks], showgrid=False
    )
    axis = words.SHARE_STILL_HERE + (words.AXIS_FROM.format(floor=floor) if floor else "")
    figure.update_yaxes(title=axis, **PERCENT_AXIS, range=[floor, 100.5])
    for day in marks[:-1]:
        figure.add_vline(x=day, line=THIN)
    return figure


def by_start_quarter(
    frame: pd.DataFrame,
    *,
    value: str,
    low: str,
    high: str,
    of: tuple[str, str],
    is_final: str,
    axis: str,
    height: int = 260,
) -> go.Figure:
    """An upright bar per quarter with its likely range; one in which not everybody has been here
    so long is hatched and says that it is too early. `of` names the columns of how many stayed and
    how many started."""
    quarters = [figures.quarter(str(name)) for name in frame["label"]]
    final = frame[is_final].fillna(False).astype(bool)
    started = frame[of[1]].fillna(0) > 0
    enough = has_enough(frame, of) & final
    bars: Trace = {
        "type": "bar",
        "x": quarters,
        "y": list(scaled(frame[value], "percent").where(enough, 0)),
        "marker": {"color": palette.FOCUS},
        "error_y": ranges(frame, value, low, high, "percent", enough),
        "customdata": direct_labels(frame, value, "percent", of),
        "hovertemplate": "%{x}: %{customdata}<extra></extra>",
    }
    early: Trace = {
        "type": "bar",
        "x": quarters,
        "y": [100 if each else 0 for each in ~final & started],
        "marker": {"pattern": HATCHED, "color": palette.CLEAR, "line": THIN},
        "hoverinfo": "skip",
    }
    counts = zip(frame[value], frame[of[0]], frame[of[1]], final, strict=True)
    texts = [_said(*each) for each in counts]
    above = scaled(frame[high].fillna(frame[value]), "percent").where(enough, 0)
    above = above.where(final | ~started, 100)
    labels = _texts(quarters, list(above.fillna(0)), texts)
    figure = figure_of([bars, early, labels], height, top=NO_LEGEND)
    figure.update_layout(barmode="overlay")
    figure.update_xaxes(type="category", showgrid=False)
    figure.update_yaxes(
        title=axis, **PERCENT_AXIS, range=[0, WITH_LABELS], tickvals=[0, 25, 50, 75, 100]
    )
    return figure


def _known(curve: pd.DataFrame) -> pd.DataFrame:
    """The curve from day 0, as far as enough people have been followed."""
    rows = curve.sort_values("day")
    few = ~rows["at_risk"].map(figures.is_enough_without_cases)
    shown = rows[(few.cumsum() == 0) & (rows["day"] <= YEAR)]
    start = {"day": 0, "at_risk": 0, "retained": 1.0, "low": None, "high": None}
    columns = list(start)
    if shown.empty or shown["day"].iloc[0] > 0:
        shown = pd.concat([pd.DataFrame([start]), shown[columns]], ignore_index=True)
    if not few.any() and rows["day"].max() > YEAR or (few.any() and _goes_on(rows, few)):
        shown = pd.concat([shown, shown.tail(1).assign(day=YEAR)], ignore_index=True)
    return shown


def _goes_on(rows: pd.DataFrame, few: pd.Series) -> bool:
    """Whether enough people were still followed when the year was over."""
    return bool(rows.loc[few, "day"].iloc[0] > YEAR)


def _line(rows: pd.DataFrame, name: str, colour: str, width: float, dash: str = "solid") -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": list(rows["day"]),
        "y": list(100 * rows["retained"]),
        "line": {"shape": "hv", "width": width, "color": colour, "dash": dash},
        "hovertemplate": f"{name}: %{{y:.0f}}{figures.NO_BREAK}%<extra></extra>",
    }


def _band(rows: pd.DataFrame) -> list[Trace]:
    """The likely range as a ground under the line: its upper edge, and the lower one filled up to
    it."""
    edges = rows.dropna(subset=["low", "high"])
    edge: dict[str, Any] = {
        "type": "scatter",
        "mode": "lines",
        "x": list(edges["day"]),
        "line": {"shape": "hv", "width": 0},
        "hoverinfo": "skip",
    }
    upper = edge | {"y": list(100 * edges["high"]), "showlegend": False}
    lower = edge | {
        "y": list(100 * edges["low"]),
        "name": words.LIKELY_RANGE,
        "fill": "tonexty",
        "fillcolor": palette.FOCUS_GROUND,
    }
    return [upper, lower]


def _too_early(from_day: float, floor: float) -> Trace:
    """The days that too few people have reached."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": words.TOO_EARLY,
        "x": [from_day, from_day, YEAR, YEAR],
        "y": [floor, 100, 100, floor],
        "fill": "toself",
        "fillpattern": HATCHED,
        "line": {"width": 0},
        "hoverinfo": "skip",
    }


def _said(rate: float | None, stayed: float | None, started: float | None, final: bool) -> str:
    if started is None or figures.is_missing(started) or not started:
        return ""
    if not final:
        return f"{words.TOO_EARLY_BROKEN}<br>"
    if not figures.is_enough(started):
        return f"{figures.k_of_n(stayed, started)}<br>"
    return f"{value_text(rate, 'percent')}<br>"


def _texts(x: list[str], y: list[float], texts: list[str]) -> Trace:
    return {
        "type": "scatter",
        "mode": "text",
        "x": x,
        "y": y,
        "text": texts,
        "textposition": "top center",
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
