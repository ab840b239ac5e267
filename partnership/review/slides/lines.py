"""Appendix: both sides, line by line."""

from partnership import figures
from partnership.labels import review as words
from partnership.labels import review_appendix as more
from partnership.labels import shell
from partnership.review import parts, sentences
from partnership.review.asked import YEAR, Asked, Row
from partnership.review.model import Slide, Table
from partnership.review.shares import Share, from_line


def slide(asked: Asked) -> Slide:
    """Every line with its share, its likely range and what was agreed."""
    rows = asked.rows("scorecard_lines", YEAR)
    lines = [(row, from_line(asked, row, str(row["line"])).year) for row in rows]
    agreed = [share for _, share in lines if share.agreed]
    return parts.slide(
        asked,
        "lines",
        headline=parts.sentence(
            more.LINES_HEADLINE.format(
                at=_count(agreed, "at"),
                past=_count(agreed, "past"),
                worse=_worse(agreed),
                lines=len(agreed),
            )
        ),
        message=more.LINES_MESSAGE,
        table=Table(
            more.LINE_COLUMNS, tuple(_line(asked, *line) for line in lines), right=(2, 3, 4)
        ),
        basis=words.SCORES_BASIS.format(
            measured=sum(bool(row["is_measured"]) for row, share in lines if share.agreed),
            lines=len(agreed),
        ),
        definition=asked.defined("scorecard_lines"),
        source=shell.BOTH_SIDES,
        is_short=not lines,
        in_appendix=True,
    )


def _worse(shares: list[Share]) -> str:
    """Short of the floor; where less is better, that is a limit."""
    past = [share.agreed for share in shares if share.standing == "past"]
    has_limit = any(agreed and not agreed.is_upward for agreed in past)
    return more.WORSE if has_limit else more.SHORT_OF_FLOOR


def _count(shares: list[Share], standing: str) -> str:
    count = sum(share.standing == standing for share in shares)
    return figures.number(count) if count else more.NONE_OF_THEM


def _line(asked: Asked, row: Row, share: Share) -> tuple[str, ...]:
    sides = {"hr": words.HR, "agency": asked.agency, "shared": words.BOTH}
    return (
        sides[str(row["side"])],
        asked.in_words(sentences.named(share.name)),
        sentences.rate_of(share),
        sentences.likely(share),
        sentences.agreed(share),
        sentences.standing(share),
    )
