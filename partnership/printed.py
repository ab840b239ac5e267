"""A table as HTML for paper and projector: every row of it, headings that repeat on each page."""

from collections.abc import Callable
from html import escape
from typing import Any

import pandas as pd

from partnership import figures, tables
from partnership.labels import columns as words

Written = Callable[[Any], str]


def html_table(rows: pd.DataFrame, title: str) -> str:
    """The rows as people read them, numbers on the right; what people typed stays text."""
    columns = [rows.iloc[:, position] for position in range(len(rows.columns))]
    sides = [_side(column) for column in columns]
    heads = "".join(
        f'<th scope="col"{side}>{escape(tables.heading(str(name)))}</th>'
        for name, side in zip(rows.columns, sides, strict=True)
    )
    written = [_written(column) for column in columns]
    lines = (
        "<tr>"
        + "".join(
            f"<td{side}>{_cell(value, as_text)}</td>"
            for value, as_text, side in zip(row, written, sides, strict=True)
        )
        + "</tr>"
        for row in zip(*columns, strict=True)
    )
    return (
        f'<table class="rows" aria-label="{escape(title)}">'
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
    )


def _cell(value: Any, written: Written) -> str:
    return figures.DASH if figures.is_missing(value) else escape(written(value))


def _side(column: pd.Series) -> str:
    """Numbers stand on the right, and a day is not broken."""
    kinds = pd.api.types
    if kinds.is_datetime64_any_dtype(column):
        return ' class="day"'
    is_number = kinds.is_numeric_dtype(column) and not kinds.is_bool_dtype(column)
    return ' class="number"' if is_number or str(column.name).endswith("_of") else ""


def _written(column: pd.Series) -> Written:
    """How a cell of this column is written."""
    kinds = pd.api.types
    if kinds.is_datetime64_any_dtype(column):
        return figures.day
    if kinds.is_bool_dtype(column):
        return lambda value: words.YES if value else words.NO
    if not kinds.is_numeric_dtype(column):
        return str
    if tables.is_share(str(column.name)):
        return figures.percent
    decimals = 0 if bool((column.dropna() % 1 == 0).all()) else 1
    return lambda value: figures.number(value, decimals)
