"""A review as text and back again: what is saved of one that was handed out."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from partnership.review.model import Chart, Figure, Review, Series, Slide, Table

# In the place of the agency's name, which stands in no saved review.
AGENCY = "{{agency}}"
DAY = "day "


def slide_as_text(slide: Slide, agency: str) -> str:
    """One slide as JSON, its figures in groups of one row each, without the agency's name."""
    fields = {name: getattr(slide, name) for name in slide.__dataclass_fields__}
    fields["chart"] = slide.chart and _plain(slide.chart)
    fields["table"] = slide.table and _plain(slide.table)
    fields["figures"] = _grouped(slide.figures)
    text = json.dumps(fields, ensure_ascii=False, default=_day, separators=(",", ":"))
    return text.replace(json.dumps(agency, ensure_ascii=False)[1:-1], AGENCY)


def slide_from_text(text: str, agency: str) -> Slide:
    """The slide that was saved so."""
    named = text.replace(AGENCY, json.dumps(agency, ensure_ascii=False)[1:-1])
    fields: dict[str, Any] = json.loads(named)
    fields["points"] = tuple(fields["points"])
    fields["chart"] = fields["chart"] and _chart(fields["chart"])
    fields["table"] = fields["table"] and _table(fields["table"])
    fields["figures"] = tuple(f for group in fields["figures"] for f in _ungrouped(group))
    return Slide(**fields)


def about_as_text(review: Review) -> str:
    """What stands around the slides, as JSON without names."""
    kept = ("quarter_label", "as_of", "build", "version")
    return json.dumps({name: getattr(review, name) for name in kept}, default=_day)


def _plain(part: Any) -> dict[str, Any]:
    fields = {name: getattr(part, name) for name in part.__dataclass_fields__}
    if "series" in fields:
        fields["series"] = [_plain(series) for series in fields["series"]]
    return fields


def _grouped(figures: Sequence[Figure]) -> list[list[Any]]:
    """[metric, start, end, by, group, where, {column: value}] for every row read."""
    rows: dict[tuple[Any, ...], dict[str, Any]] = {}
    for f in figures:
        key = (f.metric, f.period_start, f.period_end, f.by, f.group, f.where)
        rows.setdefault(key, {})[f.column] = f.value
    return [[*key, values] for key, values in rows.items()]


def _ungrouped(group: list[Any]) -> list[Figure]:
    metric, start, end, by, of, where, values = group
    return [
        Figure(
            metric, column, _read(value), _read(start), _read(end), by, of,
            tuple((name, _read(each)) for name, each in where),
        )
        for column, value in values.items()
    ]  # fmt: skip


def _day(value: Any) -> str:
    if isinstance(value, date):
        return f"{DAY}{value.isoformat()}"
    raise TypeError(f"{value!r} can't be saved")


def _read(value: Any) -> Any:
    is_day = isinstance(value, str) and value.startswith(DAY)
    return date.fromisoformat(value.removeprefix(DAY)) if is_day else value


def _chart(fields: dict[str, Any]) -> Chart:
    series = tuple(
        Series(each["name"], tuple(each["values"]), each["role"]) for each in fields["series"]
    )
    return Chart(**fields | {"series": series, "categories": tuple(fields["categories"])})


def _table(fields: dict[str, Any]) -> Table:
    rows = tuple(tuple(row) for row in fields["rows"])
    return Table(tuple(fields["headings"]), rows, tuple(fields["right"]))
