"""What names a person in a text: the full name in its spellings, contact details, and the parts of
them that may mean somebody else."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from partnership.labels.removing import CUT_OUT
from partnership.persons import Person

# Shorter ones stand in many a word that names nobody.
SHORTEST, SHORTEST_FAMILY_NAME = 5, 3
# A line's end inside a saved review is a sign and a letter, as JSON has it.
GAP = r"(?:\s|\\[nrt]|,)+"
START, END = r"(?:(?<!\w)|(?<=\\[nrt]))", r"(?!\w)"
NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True)
class Names:
    """`whole` finds what names this person alone, `parts` what could also be somebody else."""

    whole: re.Pattern[str]
    parts: re.Pattern[str]

    @classmethod
    def of(cls, person: Person) -> "Names":
        """What names this person."""
        named = [name for name in person.names if len(name) >= SHORTEST and len(_split(name)) > 1]
        spelled = [GAP.join(map(re.escape, words)) for n in named for words in _spellings(n)]
        contacts = [each for each in person.contacts if len(each) >= SHORTEST]
        families = [_family(name) for name in named]
        parts = [part for part in families if len(part) >= SHORTEST_FAMILY_NAME]
        parts += [part for part in map(_handle, contacts) if len(part) >= SHORTEST]
        return cls(_any_of([*spelled, *map(re.escape, contacts)]), _any_of(map(re.escape, parts)))

    def cut(self, text: str) -> str:
        """The text without the whole name and the contact details."""
        return _cut(self.whole, text)

    def cut_parts(self, text: str) -> str:
        """The text without the parts of the name as well."""
        return _cut(self.parts, text)

    def has_a_part(self, text: str) -> bool:
        """Whether a part of the name stands in it."""
        return self.parts.search(normalize("NFC", text)) is not None

    def round_a_part(self, text: str, reach: int) -> str:
        """The first part of the name in a text, with what stands around it."""
        text = normalize("NFC", text)
        found = self.parts.search(text)
        start, end = found.span() if found else (0, 0)
        return " ".join(text[max(0, start - reach) : end + reach].split())


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(set(patterns), key=len, reverse=True)
    if not longest_first:
        return NOTHING
    return re.compile(f"{START}(?:{'|'.join(longest_first)}){END}", re.IGNORECASE)


def _cut(found: re.Pattern[str], text: str) -> str:
    one_form = normalize("NFC", text)
    return found.sub(CUT_OUT, one_form) if found.search(one_form) else text


def _split(name: str) -> list[str]:
    return normalize("NFC", name).replace(",", " ").split()


def _spellings(name: str) -> Sequence[list[str]]:
    """As it is written, and with the family name first."""
    words, family = _split(name), _family(name).split()
    given = words[len(family) :] if words[: len(family)] == family else words[: -len(family)]
    return words, [*given, *family], [*family, *given]


def _family(name: str) -> str:
    """What stands before the comma, else the last word."""
    before, comma, _ = normalize("NFC", name).partition(",")
    return before.strip() if comma else _split(name)[-1]


def _handle(contact: str) -> str:
    """What names somebody in an e-mail address, or at the end of a profile's."""
    if "@" in contact:
        return contact.partition("@")[0]
    return contact.rstrip("/").rpartition("/")[2] if "/" in contact else ""
