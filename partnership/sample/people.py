"""Candidate records: what each source typed, several of them about one person."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from partnership.sample.agencies import domain
from partnership.sample.characters import FLOODING, Agency
from partnership.sample.clock import NONE, Ints
from partnership.sample.company import SITES
from partnership.sample.draws import Flags, chance, pick, words
from partnership.sample.persons import Persons, Texts, texts

# A second record at the same agency; a later record that shares no key with the person's others;
# one that shares the address alone, under another name; the flooding agency's own phone number.
AGAIN_SHARE, HIDDEN_SHARE, RENAMED_SHARE, SWITCHBOARD_SHARE = 0.3, 0.06, 0.05, 0.12
NO_PHONE_SHARE, PROFILE_TYPED_SHARE, ADDRESS_SHARE = 0.1, 0.7, 0.4
SWITCHBOARD = "+353 20 910 0000"
NOTHING: Texts = np.array(None, dtype=object)
PERSONAL, OTHER_PERSONAL, MAILBOX, BLANK = range(4)
MAIL_SHARES = [0.68, 0.08, 0.13, 0.11]
PHONE_STYLES = [0.45, 0.2, 0.1, 0.25]


def with_candidates(rng: np.random.Generator, rows: pd.DataFrame) -> pd.DataFrame:
    """Adds `candidate`, the number of the record each submission names, in order of first use."""
    source, copy_of = rows["agency"].to_numpy(), rows["copy_of"].to_numpy()
    is_same_source = (copy_of >= 0) & (source[copy_of] == source)
    is_again = is_same_source & chance(rng, AGAIN_SHARE, len(rows))
    key = (rows["person"].to_numpy() * 1024 + source + 1) * 2 + is_again
    _, first, record = np.unique(key, return_index=True, return_inverse=True)
    return rows.assign(candidate=np.argsort(np.argsort(first))[record])


def candidate_rows(
    rng: np.random.Generator, agencies: list[Agency], rows: pd.DataFrame, who: Persons
) -> pd.DataFrame:
    """The table `candidates` without its ids."""
    used = rows.drop_duplicates("candidate")
    person, source = used["person"].to_numpy(), used["agency"].to_numpy()
    is_of_many = np.bincount(person, minlength=len(rows))[person] > 1
    is_later = used.duplicated("person").to_numpy()
    is_hidden = is_later & chance(rng, HIDDEN_SHARE, len(used))
    is_renamed = is_later & ~is_hidden & chance(rng, RENAMED_SHARE, len(used))
    given, family = who.names(rng, person)
    given, family = who.renamed(person, given, family, is_renamed)
    email = _mails(rng, agencies, who, person, source, is_hidden)
    phone = _phones(rng, who, person, source, is_of_many, is_hidden)
    has_profile = who.has_profile[person] & chance(rng, PROFILE_TYPED_SHARE, len(used))
    has_address = chance(rng, ADDRESS_SHARE, len(used))
    city = np.where(has_address, who.site[person], NONE)
    return pd.DataFrame(
        {
            "full_name": given + " " + family,
            "given_name": given,
            "family_name": family,
            "email": _where(is_renamed, who.mails(person), email),
            "phone": _where(~is_renamed, phone),
            "linkedin_url": _where(has_profile & ~is_hidden & ~is_renamed, who.profiles(person)),
            "city": words(city, [s.name for s in SITES]),
            "postcode": _where(has_address, who.postcodes(person)),
        }
    )


def _where(is_it: Flags, values: Texts, otherwise: Texts = NOTHING) -> Texts:
    return np.where(is_it, values, otherwise)


def _mails(
    rng: np.random.Generator,
    agencies: list[Agency],
    who: Persons,
    person: Ints,
    source: Ints,
    is_hidden: Flags,
) -> Texts:
    """The candidate's own address mostly; another, the agency's mailbox, or none."""
    kind = pick(rng, MAIL_SHARES, len(person))
    kind = np.where((kind == MAILBOX) & (source < 0), PERSONAL, kind)
    kind = np.where(is_hidden & (kind == PERSONAL), OTHER_PERSONAL, kind)
    boxes = texts([f"candidates@{domain(agency)}" for agency in agencies] + [""])[source]
    others = who.mails(person, shift=1)
    told: npt.NDArray[np.object_] = np.choose(kind, [who.mails(person), others, boxes, boxes])
    return _where(kind != BLANK, told)


def _phones(
    rng: np.random.Generator,
    who: Persons,
    person: Ints,
    source: Ints,
    is_of_many: Flags,
    is_hidden: Flags,
) -> Texts:
    """A number in the spelling of who typed it. Records of one person keep it, unless hidden:
    else nothing exact would connect them."""
    count = len(person)
    code, national = who.phones(person)
    head, tail = texts([n[:-4] for n in national]), texts([n[-4:] for n in national])
    trunk = np.where(code == "1", "", "0").astype(object)
    plain, abroad = trunk + national, "00" + code + national
    styles = ["+" + code + " " + national, plain, abroad, "+" + code + " " + head + " " + tail]
    spelt = np.choose(pick(rng, PHONE_STYLES, count), styles)
    is_office = (source == FLOODING) & ~is_of_many & chance(rng, SWITCHBOARD_SHARE, count)
    spelt = np.where(is_office, np.array(SWITCHBOARD, dtype=object), spelt)
    has_none = ~is_of_many & chance(rng, NO_PHONE_SHARE, count)
    return _where(~is_hidden & ~has_none, spelt)
