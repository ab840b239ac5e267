"""What a quarterly review says: figures and sentences, before any file or screen draws them."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

Role: TypeAlias = Literal["focus", "before", "other", "hr", "agency"]
Kind: TypeAlias = Literal["bar", "column", "stacked", "line"]
NumberFormat: TypeAlias = Literal["0%", "0", "0.0"]
Edition: TypeAlias = Literal["hr", "agency"]
Tone: TypeAlias = Literal["neutral", "direct"]


@dataclass(frozen=True, slots=True)
class Series:
    """One row of a chart's numbers; None is what can't be seen, drawn as a gap."""

    name: str
    values: tuple[float | None, ...]
    role: Role = "focus"


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as numbers, so that every format draws the same one, natively."""

    kind: Kind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    number_format: NumberFormat
    axis_title: str  # with its unit
    alt: str
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Cells as they are read; the columns named in `right` hold numbers."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a slide and how the command line is asked for it."""

    metric: str
    column: str
    value: Any
    period_start: date | None
    period_end: date | None
    by: str | None = None
    group: str | None = None
    where: tuple[tuple[str, Any], ...] = ()  # which of the metric's rows, where it has several


@dataclass(frozen=True, slots=True)
class Slide:
    """One message with what it rests on."""

    key: str
    topic: str
    headline: str
    message: str
    chart: Chart | None
    table: Table | None
    points: tuple[str, ...]
    basis: str  # n, in words
    definition: str
    filters: str
    source: str  # the screen that shows the same
    comment: str = ""
    is_short: bool = False
    in_appendix: bool = False
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """One agency's quarter in one edition, whole."""

    agency_id: str
    agency: str
    company: str
    quarter: str  # 2026Q3
    quarter_label: str
    edition: Edition
    tone: Tone
    as_of: date
    build: str
    version: str
    filters: str
    confidentiality: str
    slides: tuple[Slide, ...]
