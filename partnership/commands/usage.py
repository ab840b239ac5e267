"""Exit codes, and how the words after an option are read."""

from collections.abc import Sequence
from datetime import date, datetime

DONE, REFUSED, WRONG_USE = 0, 1, 2


class WrongUse(Exception):
    """Raised for words on the command line that no command understands."""


def day_or_instant(option: str, text: str) -> date | datetime:
    """2026-09-30, or 2026-09-30T12:00+02:00. Raises WrongUse."""
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError as error:
        raise WrongUse(
            f"{option} {text!r} is neither a day like 2026-09-30 nor an instant like "
            "2026-09-30T18:00:00+02:00."
        ) from error


def by_file(option: str, words: Sequence[str], known: Sequence[str] | None) -> dict[str, str]:
    """`FILE=ANSWER` or `ANSWER` for all files → file or `*` → answer. Raises WrongUse."""
    answers: dict[str, str] = {}
    for word in words:
        file, _, answer = word.rpartition("=")
        answer = "\t" if answer == "tab" else answer
        if known and answer not in known:
            raise WrongUse(f"{option} {word!r}: use one of {', '.join(known)}, or FILE=ONE.")
        answers[file or "*"] = answer
    return answers


def pair(option: str, word: str, form: str) -> tuple[str, str]:
    """The two sides of the first `=`. Raises WrongUse naming the form that is expected."""
    left, equals, right = word.partition("=")
    if not (left and equals and right):
        raise WrongUse(f"{option} {word!r}: write {form}.")
    return left, right
