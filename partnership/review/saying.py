"""What every format of a review says around its slides: cover, foot, notes, alternative texts."""

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import NamedTuple, TypeVar

from partnership import figures
from partnership.labels import review_files as words
from partnership.review.grid import Grid
from partnership.review.model import Review, Slide, Table
from partnership.typeset.letters import visible

LEANING = re.compile(r"\*+(\w[^*]*\w)\*+")
# Files of Office take no longer ones.
LONGEST_TITLE = 200
T = TypeVar("T")


class Cover(NamedTuple):
    """The first page."""

    topic: str
    headline: str
    message: str
    facts: tuple[str, ...]


def plain(told: T) -> T:
    """The same with every text in one line of visible letters, whatever was typed."""
    if isinstance(told, str):
        return visible(told)  # type: ignore[return-value]
    if isinstance(told, tuple):
        return tuple(plain(each) for each in told)  # type: ignore[return-value]
    if is_dataclass(told) and not isinstance(told, type):
        told_again: T = replace(
            told, **{each.name: plain(getattr(told, each.name)) for each in fields(told)}
        )
        return told_again
    return told


def title(review: Review) -> str:
    """The name of the document."""
    whole = words.TITLE.format(agency=review.agency, quarter=review.quarter_label)
    return whole if len(whole) <= LONGEST_TITLE else f"{whole[: LONGEST_TITLE - 1]}…"


def cover(review: Review) -> Cover:
    """Who meets about what, and where the figures come from."""
    message = words.COVER_MESSAGE.format(quarter=review.quarter_label, company=review.company)
    return Cover(
        words.REVIEW,
        review.agency,
        message if review.company else review.quarter_label,
        tuple(
            f"{name}: {text}"
            for name, text in facts(review).items()
            if name not in (words.AGENCY, words.QUARTER)
        )
        + (edition(review), review.confidentiality),
    )


def edition(review: Review) -> str:
    """Whose edition it is."""
    sides = {"hr": words.EDITION_HR, "agency": words.EDITION_AGENCY}
    return sides[review.edition].format(agency=review.agency)


def facts(review: Review) -> dict[str, str]:
    """Which figures these are."""
    return {
        words.AGENCY: review.agency,
        words.QUARTER: review.quarter_label,
        words.FILTERS: review.filters,
        words.AS_OF: figures.day(review.as_of),
        words.BUILD: review.build,
        words.VERSION: review.version,
    }


def foot(review: Review) -> str:
    """What stands at the foot of every slide and page."""
    return words.FOOT.format(
        agency=review.agency,
        quarter=review.quarter_label,
        day=figures.day(review.as_of),
        build=review.build,
        version=review.version,
        confidentiality=review.confidentiality,
    )


def topic(slide: Slide) -> str:
    """The slide's subject, and whether it is an appendix."""
    return words.APPENDIX.format(topic=slide.topic) if slide.in_appendix else slide.topic


def basis(slide: Slide) -> str:
    """How many cases, and which screen shows the same: where there is a mouse at hand."""
    source = words.SOURCE.format(source=slide.source) if slide.source else ""
    return words.BETWEEN.join(part for part in (slide.basis, source) if part)


def notes(slide: Slide, left: Sequence[str]) -> list[str]:
    """How it is counted, over which cases, and what had no room on the slide."""
    said = {
        words.NOTE_DEFINITION: definition(slide),
        words.NOTE_BASIS: slide.basis,
        words.NOTE_FILTERS: slide.filters,
        words.NOTE_SOURCE: slide.source,
    }
    lines = [line.format(text=text) for line, text in said.items() if text]
    if left:
        lines += [words.NOTE_LEFT, *left]
    return lines


def short_notes(slide: Slide) -> list[str]:
    """The same in few lines, for the foot of a page."""
    first, *others = notes(slide, ())
    return [first, words.BETWEEN.join(others)] if slide.definition and others else [first, *others]


def definition(slide: Slide) -> str:
    """The rule without the marks that make letters lean on a screen."""
    return LEANING.sub(r"\1", slide.definition)


def table_alt(slide: Slide, table: Table) -> str:
    """A table for those who can't see it."""
    return words.TABLE_ALT.format(
        topic=slide.topic, columns=", ".join(table.headings), rows=len(table.rows)
    )


def rows_left(table: Table, fitted: Grid) -> list[str]:
    """The rows that had no room, and the cells that were cut, whole."""
    shown = len(table.rows) - fitted.more
    cut = [row for row, kept in zip(table.rows[:shown], fitted.rows, strict=False) if row != kept]
    return [words.BETWEEN.join(cell for cell in row if cell) for row in (*cut, *table.rows[shown:])]
