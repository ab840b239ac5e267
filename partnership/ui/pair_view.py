"""Two records of a pair side by side, and what speaks for one person."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from partnership import figures, tables
from partnership.findings import who_is_who as findings
from partnership.labels import who_is_who as words

STYLE = Path(__file__).with_name("pair.css")
MOST_SENT = 4
MARK = f'<span class="mark">{words.SAME_MARK}</span>'

Row = Mapping[str, Any]


def draw(row: Row, sent: pd.DataFrame) -> None:
    """The facts line by line, the same ones marked; then the reasons in words."""
    same = findings.same_facts(row)
    cells = [_head(row, side, is_same="full_name" in same) for side in "ab"]
    for fact, label in words.FACTS.items():
        if fact != "full_name" and any(not figures.is_missing(row[f"{fact}_{s}"]) for s in "ab"):
            cells += [_fact(label, row[f"{fact}_{side}"], fact in same) for side in "ab"]
    cells += [_sent(sent[sent["is_of_a"] == (side == "a")]) for side in "ab"]
    st.html(STYLE)
    st.html(f'<div class="pair">{"".join(cells)}</div>')
    st.markdown(f"**{findings.reasons(row)}**")
    more = (findings.coincidence(row), findings.why(row), findings.would_repeat(row, sent))
    st.caption(" ".join(part for part in more if part))


def _head(row: Row, side: str, *, is_same: bool) -> str:
    name = row[f"full_name_{side}"]
    number = words.CANDIDATE.format(id=row[f"candidate_id_{side}"])
    shown = words.NOT_KNOWN if figures.is_missing(name) else str(name)
    mark = f" {MARK}" if is_same else ""
    return (
        f'<div class="head">{escape(shown)}{mark}<span class="what">{escape(number)}</span></div>'
    )


def _fact(label: str, value: object, is_same: bool) -> str:
    if figures.is_missing(value):
        text = f'<span class="unknown">{words.NOT_KNOWN}</span>'
    elif is_same:
        text = f'<span class="same">{escape(str(value))}</span> {MARK}'
    else:
        text = escape(str(value))
    return f'<div><span class="what">{label}</span>{text}</div>'


def _sent(sent: pd.DataFrame) -> str:
    lines = [escape(_line(row)) for row in sent.head(MOST_SENT).to_dict("records")]
    if len(sent) > MOST_SENT:
        lines.append(words.SENT_MORE.format(count=len(sent) - MOST_SENT))
    text = "<br>".join(lines) or f'<span class="unknown">{words.NEVER_SENT}</span>'
    return f'<div><span class="what">{words.SENT}</span>{text}</div>'


def _line(row: Row) -> str:
    agency, title = row["agency_name"], row["title"]
    return words.SENT_LINE.format(
        agency=tables.word(row["channel"]) if figures.is_missing(agency) else agency,
        day=figures.day(row["received_on"]),
        search=row["search_id"] if figures.is_missing(title) else title,
    )
