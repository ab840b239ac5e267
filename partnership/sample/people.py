"""Candidate records: what each source typed about a person, so that one person stands behind several records."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from partnership.sample.agencies import FLOODING, Agency, domain
from partnership.sample.clock import NONE, Ints
from partnership.sample.company import SITES
from partnership.sample.draws import chance, pick, words
from partnership.sample.names import (
    FAMILY,
    GIVEN,
    MAIL_DOMAINS,
    OVERFLOW,
    PHONES,
    plain,
    without_accents,
)

Texts = npt.NDArray[np.object_]

PERSONAL, OTHER_PERSONAL, MAILBOX, BLANK = range(4)
HIDDEN_SHARE, SECOND_RECORD_SHARE, SHARED_PHONE_SHARE, SWITCHBOARD_SHARE = 0.07, 0.3, 0.006, 0.12
SWITCHBOARD = "+353 20 910 0000"
POSTCODES = {
    "Berlin": (10115, 4000), "Lyon": (69001, 9), "Dublin": (0, 1), "Boston": (2108, 28), "Chicago": (60601, 60),
}  # fmt: skip


def with_candidates(rng: np.random.Generator, rows: pd.DataFrame) -> pd.DataFrame:
    """Adds `candidate`, the number of the record each submission names, in the order of first use."""
    source = rows["agency"].to_numpy()
    copy_of = rows["copy_of"].to_numpy()
    is_again = (
        (copy_of >= 0) & (source[copy_of] == source) & chance(rng, SECOND_RECORD_SHARE, len(rows))
    )
    key = (rows["person"].to_numpy() * 1024 + source + 1) * 2 + is_again
    _, first, record = np.unique(key, return_index=True, return_inverse=True)
    order = np.argsort(np.argsort(first))
    rows["candidate"] = order[record]
    return rows


def candidate_rows(
    rng: np.random.Generator,
    agencies: list[Agency],
    rows: pd.DataFrame,
    site: Ints,
    persons_before: int,
) -> pd.DataFrame:
    """The table `candidates` without its ids; `site` is where each submission's search is."""
    firsts = np.unique(rows["candidate"].to_numpy(), return_index=True)[1]
    person, source = rows["person"].to_numpy()[firsts], rows["agency"].to_numpy()[firsts]
    number = person + persons_before
    who = _Persons(rng, len(rows), site, persons_before)
    is_one_of_many = np.bincount(person, minlength=len(rows))[person] > 1
    is_first = (
        np.arange(len(firsts))
        == pd.Series(np.arange(len(firsts))).groupby(person).transform("min").to_numpy()
    )
    is_hidden = is_one_of_many & ~is_first & chance(rng, HIDDEN_SHARE, len(firsts))
    given, family = who.names(rng, person)
    records = pd.DataFrame(
        {"full_name": given + " " + family, "given_name": given, "family_name": family}
    )
    records["email"] = _mails(rng, agencies, who, person, source, is_hidden)
    records["phone"] = _phones(rng, who, person, source, is_one_of_many, is_hidden)
    has_profile = who.has_profile[person] & chance(rng, 0.7, len(firsts)) & ~is_hidden
    profile = np.array(
        [f"https://www.linkedin.com/in/example-{n:06d}" for n in number.tolist()], dtype=object
    )
    records["linkedin_url"] = np.where(has_profile, profile, None)
    has_address = chance(rng, 0.4, len(firsts))
    records["city"] = words(np.where(has_address, who.site[person], NONE), [s.name for s in SITES])
    records["postcode"] = np.where(has_address, who.postcodes()[person], None)
    return records


class _Persons:
    """What is true of each person of a block, whatever the records say."""

    def __init__(self, rng: np.random.Generator, count: int, site: Ints, before: int) -> None:
        self.site, self.number = site, np.arange(count) + before
        self.given = rng.integers(0, len(GIVEN), count)
        self.family = rng.integers(0, len(FAMILY), count)
        self.mail_domain = rng.integers(0, len(MAIL_DOMAINS), count)
        self.has_profile = chance(rng, 0.45, count)
        # A few share a phone with whoever came before them, under another name.
        self.phone_of = np.where(
            chance(rng, SHARED_PHONE_SHARE, count), np.maximum(self.number - 1, 0), self.number
        )
        self.area = rng.random(count)

    def names(self, rng: np.random.Generator, person: Ints) -> tuple[Texts, Texts]:
        """Given and family name as a record spells them: now and then without accents."""
        simple = chance(rng, 0.15, len(person))
        spelt = []
        for names, code in ((GIVEN, self.given[person]), (FAMILY, self.family[person])):
            proper, typed = (
                np.array(names, dtype=object),
                np.array([without_accents(n) for n in names], dtype=object),
            )
            spelt.append(np.where(simple, typed[code], proper[code]))
        return spelt[0], spelt[1]

    def mails(self, person: Ints, shift: int = 0) -> Texts:
        """A personal address; another one for another `shift`."""
        given = np.array([plain(name) + "." for name in GIVEN], dtype=object)[self.given[person]]
        family = np.array([plain(name) for name in FAMILY], dtype=object)[self.family[person]]
        ends = np.array([f"@{name}" for name in MAIL_DOMAINS], dtype=object)
        number = (self.number[person] + 1).astype(str).astype(object)
        shifted = np.array("x" if shift else "", dtype=object)
        return (
            given
            + family
            + number
            + shifted
            + ends[(self.mail_domain[person] + shift) % len(MAIL_DOMAINS)]
        )

    def postcodes(self) -> Texts:
        """A postcode of the person's city."""
        start = np.array([POSTCODES[s.name][0] for s in SITES])[self.site]
        width = np.array([POSTCODES[s.name][1] for s in SITES])[self.site]
        codes = start + (self.area * width).astype(np.int64)
        dublin = np.array([f"D{n:02d} X000" for n in range(1, 25)], dtype=object)[
            (self.area * 24).astype(np.int64)
        ]
        return np.where(start == 0, dublin, np.char.zfill(codes.astype(str), 5).astype(object))

    def phones(self, person: Ints) -> tuple[Texts, Texts]:
        """Country code and national number."""
        codes, nationals = [], []
        for site, n in zip(self.site[person].tolist(), self.phone_of[person].tolist(), strict=True):
            code, national = _phone(SITES[site].country, n)
            codes.append(code)
            nationals.append(national)
        return np.array(codes, dtype=object), np.array(nationals, dtype=object)


def _phone(country: str, number: int) -> tuple[str, str]:
    for code, area, digits in PHONES[country]:
        if number < 10**digits:
            return code, f"{area}{number:0{digits}d}"
        number -= 10**digits
    code, area, digits = OVERFLOW
    return code, f"{area}{number + 1:0{digits}d}"


def _mails(
    rng: np.random.Generator,
    agencies: list[Agency],
    who: _Persons,
    person: Ints,
    source: Ints,
    is_hidden: npt.NDArray[np.bool_],
) -> Texts:
    kind = pick(rng, [0.68, 0.08, 0.13, 0.11], len(person))
    kind = np.where((kind == MAILBOX) & (source < 0), PERSONAL, kind)
    kind = np.where(is_hidden & (kind == PERSONAL), OTHER_PERSONAL, kind)
    boxes = np.array([f"candidates@{domain(agency)}" for agency in agencies] + [""], dtype=object)
    choices = [who.mails(person), who.mails(person, 1), boxes[source], np.full(len(person), None)]
    return np.choose(kind, choices)


def _phones(
    rng: np.random.Generator,
    who: _Persons,
    person: Ints,
    source: Ints,
    is_one_of_many: npt.NDArray[np.bool_],
    is_hidden: npt.NDArray[np.bool_],
) -> Texts:
    """A number as somebody typed it. The records of one person keep it, or nothing exact would connect them."""
    count = len(person)
    code, national = who.phones(person)
    head, tail = (
        np.array([n[a:b] for n in national], dtype=object) for a, b in ((None, -4), (-4, None))
    )
    zero = np.where(code == "1", "", "0").astype(object)
    styles = [
        "+" + code + " " + national,
        zero + national,
        "00" + code + national,
        "+" + code + " " + head + " " + tail,
    ]
    spelt = np.choose(pick(rng, [0.45, 0.2, 0.1, 0.25], count), styles)
    is_office = (source == FLOODING) & ~is_one_of_many & chance(rng, SWITCHBOARD_SHARE, count)
    spelt = np.where(is_office, SWITCHBOARD, spelt)
    is_blank = is_hidden | (~is_one_of_many & chance(rng, 0.1, count))
    return np.where(is_blank, None, spelt)
