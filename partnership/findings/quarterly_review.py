"""What the Quarterly review screen says of the review that it makes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from partnership import figures
from partnership.labels import quarterly_review as words
from partnership.labels import review as review_words

QUARTERS = 4


@dataclass(frozen=True)
class Check:
    """One thing to know before the files are made."""

    is_well: bool
    text: str


def finding(agency: str, quarter: str, slides: int, appendix: int) -> str:
    """Whose review this is and how long."""
    return words.READY.format(
        agency=agency,
        quarter=quarter,
        slides=figures.counted(slides, words.SLIDE, words.SLIDES),
        appendix=figures.number(appendix),
    )


def checks(
    quarter: str,
    latest: str,
    as_of: date,
    short: Sequence[str],
    slides: int,
    not_counted: int,
    stale: Mapping[str, Sequence[str]],
    *,
    begins: date,
    held: int,
) -> list[Check]:
    """Is the quarter whole, do the files hold all four quarters (`held` of them, from the day on
    which they begin), are there cases enough, do the figures hold all that was typed, and does
    every text speak of them? `short` and `stale` name slides."""
    complete = words.COMPLETE.format(quarter=quarter, day=figures.day(as_of))
    found = [Check(True, complete)]
    if held < QUARTERS:
        began = review_words.HELD.format(
            day=figures.day(begins), held=figures.number(held), is_held=review_words.IS_HELD[held]
        )
        found.append(Check(False, began))
    if latest != quarter:
        found.append(Check(True, words.OLDER.format(quarter=latest)))
    enough = words.ENOUGH.format(
        enough=figures.number(slides - len(short)), slides=figures.number(slides)
    )
    found.append(Check(not short, enough))
    if short:
        found[-1] = Check(False, f"{enough}. {words.SHORT.format(topics=_topics(short))}")
    typed = words.NOT_COUNTED.format(count=figures.number(not_counted))
    found.append(Check(not not_counted, typed if not_counted else words.FRESH))
    texts = words.TEXTS_STALE.format(topics=_topics(list(stale)))
    found.append(Check(not stale, texts if stale else words.TEXTS_FIT))
    return found


def _topics(keys: Sequence[str]) -> str:
    return ", ".join(review_words.SLIDES[key] for key in keys)
