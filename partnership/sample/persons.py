"""People: what is true of them, whatever any record says."""

import numpy as np
import numpy.typing as npt

from partnership.sample.clock import Ints
from partnership.sample.company import SITES
from partnership.sample.draws import Flags, Floats, chance
from partnership.sample.names import (
    FAMILY,
    GIVEN,
    MAIL_DOMAINS,
    NOWHERE,
    NOWHERE_DIGITS,
    PHONES,
    plain,
    without_accents,
)

Texts = npt.NDArray[np.object_]

PROFILE_SHARE, SHARED_PHONE_SHARE, PLAIN_SHARE = 0.45, 0.006, 0.15
# The first postcode of each city and how many there are; Dublin's have letters.
POSTCODES = [(10115, 4000), (69001, 9), (0, 24), (2108, 28), (60601, 60)]


def texts(values: list[str]) -> Texts:
    """A list to be looked up by number."""
    return np.array(values, dtype=object)


class Persons:
    """A block's people, numbered by row; `before` is how many came in the blocks before."""

    def __init__(self, rng: np.random.Generator, site: Ints, before: int) -> None:
        count = len(site)
        self.site, self.number = site, np.arange(count) + before
        self.given = rng.integers(0, len(GIVEN), count)
        self.family = rng.integers(0, len(FAMILY), count)
        self.mail_domain = rng.integers(0, len(MAIL_DOMAINS), count)
        self.has_profile = chance(rng, PROFILE_SHARE, count)
        # A few share a phone with whoever came before them, under another name.
        shares = chance(rng, SHARED_PHONE_SHARE, count)
        self.phone_number = np.where(shares, np.maximum(self.number - 1, 0), self.number)
        self.address: Floats = rng.random(count)

    def _numbers(self, person: Ints) -> Texts:
        return (self.number[person] + 1).astype(str).astype(object)

    def names(self, rng: np.random.Generator, person: Ints) -> tuple[Texts, Texts]:
        """Given and family name as a record spells them: now and then without accents."""
        is_plain = chance(rng, PLAIN_SHARE, len(person))
        given, family = self.given[person], self.family[person]
        return _spelled(GIVEN, given, is_plain), _spelled(FAMILY, family, is_plain)

    def renamed(
        self, person: Ints, given: Texts, family: Texts, is_renamed: Flags
    ) -> tuple[Texts, Texts]:
        """An initial and another family name where somebody is known by both."""
        initials = texts([f"{name[0]}." for name in GIVEN])[self.given[person]]
        others = texts(FAMILY)[(self.family[person] + len(FAMILY) // 2) % len(FAMILY)]
        return np.where(is_renamed, initials, given), np.where(is_renamed, others, family)

    def mails(self, person: Ints, shift: int = 0) -> Texts:
        """A personal address; another one for another `shift`."""
        given = texts([plain(name) + "." for name in GIVEN])[self.given[person]]
        family = texts([plain(name) for name in FAMILY])[self.family[person]]
        ends = texts([("x" if shift else "") + f"@{name}" for name in MAIL_DOMAINS])
        end = ends[(self.mail_domain[person] + shift) % len(MAIL_DOMAINS)]
        return np.asarray(given + family + self._numbers(person) + end)

    def profiles(self, person: Ints) -> Texts:
        """The address of a profile that is nobody's."""
        return np.asarray("https://www.linkedin.com/in/example-" + self._numbers(person))

    def postcodes(self, person: Ints) -> Texts:
        """A postcode of the person's city."""
        start, count = np.array(POSTCODES)[self.site[person]].T
        nth = (self.address[person] * count).astype(np.int64)
        codes = _digits(start + nth, 5)
        lettered = texts([f"D{n:02d} X000" for n in range(1, 25)])[nth % 24]
        return np.where(start == 0, lettered, codes)

    def phones(self, person: Ints) -> tuple[Texts, Texts]:
        """Country code and national number."""
        number, site = self.phone_number[person], self.site[person]
        code = np.full(len(person), NOWHERE, dtype=object)
        national = _digits(number + 1, NOWHERE_DIGITS)
        for place, (own, length, areas) in enumerate(PHONES[s.country] for s in SITES):
            which, running = np.divmod(number, 10**length)
            is_there = (site == place) & (which < len(areas))
            code[is_there] = own
            national[is_there] = texts(areas)[which[is_there]] + _digits(running[is_there], length)
        return code, national


def _digits(number: Ints, length: int) -> Texts:
    # zfill does not take an empty array.
    padded = np.char.zfill(number.astype(str), length) if len(number) else number
    return np.asarray(padded, dtype=object)


def _spelled(names: list[str], code: Ints, is_plain: Flags) -> Texts:
    typed = texts([without_accents(name) for name in names])
    return np.where(is_plain, typed[code], texts(names)[code])
