"""Texts that people wrote in the place of composed ones: their numbers follow the figures as long
as the composed sentence says the same; where it says something else, that is told."""

import re
from dataclasses import dataclass, replace
from functools import partial

from partnership.labels import review as words
from partnership.review.kept import Kept, Text
from partnership.review.model import Slide

HEADLINE, COMMENT, DECISIONS = "headline", "comment", "decisions"
NUMBER = re.compile(r"\d(?:[\d,]*\d)?(?:\.\d+)?(?:[ \u00a0\u202f]?%)?")


@dataclass(frozen=True)
class Shown:
    """A text as it is shown now, and what to say of it; empty where nothing is to be said."""

    text: str
    warning: str = ""


def applied(slide: Slide, kept: Kept) -> Slide:
    """The slide with what people wrote for it, its numbers brought up to the figures."""
    headline, comment = (kept.texts.get((slide.key, part)) for part in (HEADLINE, COMMENT))
    return replace(
        slide,
        headline=shown(headline, slide.headline).text if headline else slide.headline,
        comment=shown(comment, slide.headline).text if comment else slide.comment,
    )


def warnings(slide: Slide, kept: Kept) -> list[str]:
    """What is to be read once more, as the figures of the composed `slide` have changed since."""
    written = (kept.texts.get((slide.key, part)) for part in (HEADLINE, COMMENT))
    said = (shown(text, slide.headline).warning for text in written if text)
    return list(dict.fromkeys(warning for warning in said if warning))


def shown(written: Text, composed: str) -> Shown:
    """What somebody wrote, against the sentence that is composed now.

    Numbers that stood in the composed sentence then are replaced by those in their places now;
    where the sentence itself is another one, or a number could mean two, the text stays as it is.
    """
    if not written.against or written.against == composed:
        return Shown(written.text)
    stale = words.STALE.format(then=written.against, now=composed)
    if NUMBER.sub("#", written.against) != NUMBER.sub("#", composed):
        return Shown(written.text, stale)
    moved = _moved(written.against, composed)
    if moved is None or _is_half_known(written.text, moved):
        return Shown(written.text, stale)
    text = NUMBER.sub(partial(_replaced, moved), written.text)
    changes = [
        words.MOVED.format(then=then, now=now) for then, now in moved.items() if then != _bare(now)
    ]
    if text == written.text:
        return Shown(text, stale)
    return Shown(text, words.RELINKED.format(numbers=", ".join(changes)))


def _bare(number: str) -> str:
    """A number as it is told from others, however much room its sign was given: 39%."""
    return re.sub(r"\s", "", number)


def _moved(then: str, now: str) -> dict[str, str] | None:
    """Number then → number now; None where one number became two different ones."""
    pairs = [
        (_bare(before), after)
        for before, after in zip(NUMBER.findall(then), NUMBER.findall(now), strict=True)
    ]
    moved = dict(pairs)
    return moved if all(moved[before] == after for before, after in pairs) else None


def _is_half_known(text: str, moved: dict[str, str]) -> bool:
    """Whether a number stands there that is one of the sentence's but for its sign: then it can't
    be told whether it is meant, and half of the numbers must not move without the others."""
    digits = {number.rstrip("%") for number in moved}
    found = {_bare(number) for number in NUMBER.findall(text)}
    return any(number not in moved and number.rstrip("%") in digits for number in found)


def _replaced(moved: dict[str, str], found: re.Match[str]) -> str:
    return moved.get(_bare(found[0]), found[0])
