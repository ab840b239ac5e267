"""The page of a dossier, whoever it is for: as HTML and as a PDF file.

All that stands in it is text, whatever was typed.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from html import escape

from partnership.labels import likely_owner as words


@dataclass(frozen=True)
class Section:
    """A heading with lines, or with a sentence and a table."""

    title: str
    lines: tuple[str, ...] = ()
    sentence: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    is_of_rules: bool = False


@dataclass(frozen=True)
class Page:
    """What one edition says, from the top down."""

    title: str
    subtitle: str
    whose: str
    answer: str
    decides: str
    sections: tuple[Section, ...]
    foot: str


def html_of(page: Page) -> str:
    """The page for a screen."""
    return (
        f'<article class="sheet dossier"><header><h2>{escape(page.title)}</h2>'
        f"<p>{escape(page.subtitle)}</p><p>{escape(page.whose)}</p></header>"
        f'<p class="sentence">{escape(page.answer)}</p><p>{escape(page.decides)}</p>'
        f"{''.join(map(_section, page.sections))}<footer>{escape(page.foot)}</footer></article>"
    )


def pdf_of(page: Page) -> bytes:
    """The page as a PDF file, the same bytes for the same page."""
    # Loaded at the click: a screen has no need of it.
    from partnership import typeset

    return typeset.pdf(
        "dossier",
        asdict(page) | {"page": words.PAGE},
    )


def _section(section: Section) -> str:
    inside = _lines(section.lines) if section.lines else ""
    if section.sentence:
        inside += f"<p>{escape(section.sentence)}</p>"
    if section.columns:
        inside += _table(section.columns, section.rows)
    of = ' class="rules"' if section.is_of_rules else ""
    return f"<section{of}><h3>{escape(section.title)}</h3>{inside}</section>"


def _lines(lines: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
