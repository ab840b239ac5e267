"""Which records are one person by verdicts that no figure counts yet."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from partnership.persons import Person

Pair = frozenset[str]
Verdict = Mapping[str, str]


def by_newest_verdicts(
    found: Iterable[Person], new: Sequence[Verdict], find: Callable[[str], Iterable[Person]]
) -> list[Person]:
    """The people as the verdicts have them that no figure counts yet: records judged one person are
    one, whatever they are called. `find` gives who has a record of an id."""
    same, different = (_pairs(new, verdict) for verdict in ("same", "different"))
    people: list[Person] = []
    for person in found:
        if not any(set(person.candidates) <= set(known.candidates) for known in people):
            joined = _with_joined(person, same, find)
            parted = any(pair <= set(joined.candidates) for pair in different)
            people.append(replace(joined, is_parted=parted, alike=_not_judged(joined, new)))
    return people


def _pairs(new: Sequence[Verdict], verdict: str) -> list[Pair]:
    return [_pair(each) for each in new if each["verdict"] == verdict]


def _pair(verdict: Verdict) -> Pair:
    return frozenset((verdict["candidate_id_a"], verdict["candidate_id_b"]))


def _with_joined(
    person: Person, same: Sequence[Pair], find: Callable[[str], Iterable[Person]]
) -> Person:
    """The person with everybody who hangs together with them."""
    while True:
        own = set(person.candidates)
        beyond = next((min(pair - own) for pair in same if len(pair & own) == 1), None)
        if beyond is None:
            return person
        others = [each for each in find(beyond) if beyond in each.candidates]
        if not others:  # a record that these figures do not hold
            same = [pair for pair in same if beyond not in pair]
        for other in others:
            person = _both(person, other)


def _both(one: Person, other: Person) -> Person:
    days = [each.first_on for each in (one, other) if each.first_on]
    last = [each.last_on for each in (one, other) if each.last_on]
    sent = sorted((*one.sent, *other.sent), key=lambda each: each.day or date.min, reverse=True)
    return replace(
        one,
        names=_once(one.names, other.names),
        contacts=_once(one.contacts, other.contacts),
        records=_once(one.records, other.records),
        candidates=_once(one.candidates, other.candidates),
        alike=_once(one.alike, other.alike),
        submissions=one.submissions + other.submissions,
        first_on=min(days, default=None),
        last_on=max(last, default=None),
        is_without_ids=one.is_without_ids or other.is_without_ids,
        sent=tuple(sent),
        is_joined=True,
    )


def _not_judged(person: Person, new: Sequence[Verdict]) -> tuple[str, ...]:
    """The records that look like theirs and that nobody has said anything about."""
    own = set(person.candidates)
    judged = {each for pair in map(_pair, new) if pair & own for each in pair}
    return tuple(each for each in person.alike if each not in own | judged)


def _once(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({*one, *other}))
