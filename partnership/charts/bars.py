"""Bars and lines: shares by group, by quarter and by class."""

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from partnership import figures, palette
from partnership.charts.drawing import (
    CATEGORIES,
    LEGEND_ABOVE,
    NO_LEGEND,
    SPARED,
    THIN,
    Trace,
    axis_of,
    direct_labels,
    figure_of,
    has_enough,
    height_of,
    plain_names,
    ranges,
    scaled,
    value_text,
)

SMALLEST_TEXT = 10
# In half a screen a legend takes four lines; in less height than this it would cover the bars.
LEAST_WITH_LEGEND = 260
# More names than these take it another line each.
NAMES_IN_LEGEND, LEGEND_LINE = 4, 22
# How far an axis reaches that has nothing to show but words.
WHOLE = {"percent": 100, "count": 1, "days": 1}


def bars(
    frame: pd.DataFrame,
    *,
    label: str = "label",
    value: str,
    unit: str = "percent",
    axis: str,
    low: str | None = None,
    high: str | None = None,
    of: tuple[str, str] | None = None,
    said: str | None = None,
    focus: Sequence[str] = (),
    colour: str = palette.FOCUS,
    target: float | None = None,
) -> go.Figure:
    """Horizontal bars, the largest on top; too few cases get their words and no bar, at the foot.

    Each is labelled with its number and "k of n" (`of` names the two columns), or with the words
    of the column `said`; its likely range is drawn where `low` and `high` are given. With `focus`,
    the bars of those labels are coloured and the others grey.
    """
    # Drawn from the foot up, so that of equals the first row stands above.
    known = frame.dropna(subset=[value]).iloc[::-1]
    # A share of two or three cases says nothing, so it never leads.
    ordered = known.assign(enough=has_enough(known, of)).sort_values(
        ["enough", value], kind="stable"
    )
    enough = ordered["enough"]
    lengths = scaled(ordered[value], unit).where(enough, 0)
    trace: Trace = {
        "type": "bar",
        "orientation": "h",
        "x": list(lengths),
        "y": plain_names(ordered[label]),
        "text": list(ordered[said]) if said else direct_labels(ordered, value, unit, of),
        "textposition": "none",
        "marker": {"color": _colours(ordered[label], enough, focus, colour)},
        "customdata": list(ordered[label]),
        "hovertemplate": "%{y}: %{text}<extra></extra>",
    }
    reach = lengths
    if low and high:
        trace["error_x"] = ranges(ordered, value, low, high, unit, enough)
        reach = lengths.where(~enough, scaled(ordered[high], unit).fillna(lengths))
    beside = [f"  {text}" for text in trace["text"]]
    labels = _texts(list(reach), trace["y"], beside, "middle right")
    figure = figure_of([trace, labels], height_of(len(ordered)) - SPARED, top=NO_LEGEND)
    longest = max([*reach, 0]) or WHOLE[unit]
    figure.update_xaxes(title=axis, **axis_of(unit, longest), range=[0, 1.35 * longest])
    figure.update_yaxes(**CATEGORIES)
    if target is not None:
        figure.add_vline(x=100 * target if unit == "percent" else target, line=THIN)
    return figure


def trend(
    frame: pd.DataFrame,
    *,
    label: str = "label",
    value: str,
    unit: str = "percent",
    axis: str,
    low: str | None = None,
    high: str | None = None,
    of: tuple[str, str] | None = None,
    colour: str = palette.FOCUS,
    height: int = 260,
) -> go.Figure:
    """One value per quarter from zero, in the order of the rows, with its likely range as
    whiskers; a quarter of too few cases has its words on the ground line and no dot."""
    quarters, enough = [figures.quarter(str(name)) for name in frame[label]], has_enough(frame, of)
    values = frame[value].where(enough)
    trace: Trace = {
        "type": "scatter",
        "mode": "lines+markers",
        "x": quarters,
        "y": list(scaled(values, unit)),
        "line": {"color": colour, "width": 2},
        "marker": {"size": 8, "color": colour},
        "customdata": direct_labels(frame, value, unit, of),
        "hovertemplate": "%{x}: %{customdata}<extra></extra>",
        "cliponaxis": False,
    }
    above = values.where(enough, frame[value] * 0)
    if low and high:
        trace["error_y"] = ranges(frame, value, low, high, unit, enough)
        above = above.where(~enough, frame[high].fillna(values))
    # The break lifts the label off its dot.
    labelled = zip(frame[value], enough, trace["customdata"], strict=True)
    texts = [
        "" if figures.is_missing(v) else f"{value_text(v, unit) if said else few}<br>"
        for v, said, few in labelled
    ]
    figure = figure_of(
        [trace, _texts(quarters, list(scaled(above, unit)), texts, "top center")], height
    )
    figure.update_xaxes(type="category", showgrid=False)
    figure.update_yaxes(title=axis, **axis_of(unit), rangemode="tozero")
    if not values.fillna(0).any():
        figure.update_yaxes(range=[0, WHOLE[unit]])
    return figure


def stacked_bars(
    frame: pd.DataFrame,
    parts: Mapping[str, tuple[str, str]],
    *,
    label: str = "label",
    axis: str,
    unit: str = "count",
    upright: bool = False,
    height: int | None = None,
) -> go.Figure:
    """Bars of counts (or shares) by class, in the order of the rows: the first on top, or at the
    left when `upright`. `parts` gives column → (name, colour)."""
    present = {column: named for column, named in parts.items() if frame[column].notna().any()}
    traces = [
        _part(frame, column, *named, label, unit, upright) for column, named in present.items()
    ]
    more = LEGEND_LINE * max(0, len(present) - NAMES_IN_LEGEND)
    least = max(height_of(len(frame)) + 30 + more, LEAST_WITH_LEGEND)
    figure = figure_of(traces, height or (300 if upright else least))
    # A number that does not fit into its part is left out; smaller ones would be unreadable.
    small = {"minsize": SMALLEST_TEXT, "mode": "hide"}
    figure.update_layout(barmode="stack", showlegend=True, legend=LEGEND_ABOVE, uniformtext=small)
    highest = scaled(frame[list(present)].sum(axis=1), unit).max()
    counts = {"title": axis, "rangemode": "tozero", **axis_of(unit, highest)}
    groups = {"type": "category", **CATEGORIES}
    if upright:
        figure.update_layout(xaxis=groups, yaxis=counts)
    else:
        figure.update_layout(xaxis=counts, yaxis=groups | {"autorange": "reversed"})
    return figure


def _colours(labels: pd.Series, enough: pd.Series, focus: Sequence[str], colour: str) -> list[str]:
    """Grey for those out of focus, paler for those with too few cases to say anything."""
    return [
        palette.PALE if not said else colour if not focus or name in focus else palette.OTHERS
        for name, said in zip(labels, enough, strict=True)
    ]


def _texts(x: Sequence[object], y: Sequence[object], texts: Sequence[str], where: str) -> Trace:
    """Direct labels past a bar and its range, where the mark's own text would collide with it."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(x),
        "y": list(y),
        "text": list(texts),
        "textposition": where,
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _part(
    frame: pd.DataFrame, column: str, name: str, colour: str, label: str, unit: str, upright: bool
) -> Trace:
    names = [figures.quarter(name) for name in plain_names(frame[label])]
    values = list(scaled(frame[column], unit))
    texts = [value_text(v, unit) if v else "" for v in frame[column].fillna(0)]
    return {
        "type": "bar",
        "orientation": "v" if upright else "h",
        "name": name,
        "x": names if upright else values,
        "y": values if upright else names,
        "text": texts,
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"color": palette.text_on(colour)},
        "marker": {"color": colour},
        "hovertemplate": f"%{{{'x' if upright else 'y'}}} · {name}: %{{text}}<extra></extra>",
    }
