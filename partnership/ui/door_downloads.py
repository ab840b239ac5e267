"""Whose downloads are whose: a link to one opens for the person who was given it."""

import re

LINK = re.compile(rb"/media/([0-9a-f]{32,})")
MOST_REMEMBERED = 20_000
Person = tuple[str, str]


class Downloads:
    """The links that went out to each person's browser, the oldest forgotten first."""

    def __init__(self) -> None:
        self._given: dict[tuple[Person, str], None] = {}

    def note(self, person: Person, sent: bytes) -> None:
        """Remember the links in a message to this person."""
        if b"/media/" not in sent:
            return
        for link in LINK.findall(sent):
            self._given[person, link.decode()] = None
        while len(self._given) > MOST_REMEMBERED:
            self._given.pop(next(iter(self._given)))

    def are_of(self, person: Person, path: str) -> bool:
        """Whether this person was given the link to that path."""
        found = LINK.match(path.encode())
        return found is not None and (person, found[1].decode()) in self._given
