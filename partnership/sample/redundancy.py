"""Who is the same person: turns some submissions into repeats of earlier ones.

`person` is a row number, the first row of that person; `copy_of` the row that a submission repeats
on the same search. Repeats are wished for by kind and made true where an earlier row allows it.
"""

import numpy as np
import pandas as pd

from partnership.sample.agencies import with_company
from partnership.sample.characters import Agency
from partnership.sample.clock import MINUTES, NONE, Ints, day_number
from partnership.sample.company import SALES
from partnership.sample.draws import Flags, chance, pick
from partnership.sample.elsewhere import known_elsewhere
from partnership.sample.kinds import HIRED, RENEGED

COLLISION, RESUBMITTED, KNOWN_HERE = range(3)
KIND_SHARES = [0.56, 0.24, 0.20]
ATTEMPTS = 12
RISE_FROM, RISE = day_number("2026-06-08") * MINUTES, 2.4
MOST_SHARE = 0.6
# A repeat finds its earlier submission within these days; not every wish finds one.
RECENT = 80 * MINUTES
WISHED = 1.2
# How often somebody is sent again once a short ownership has ended and the no is still fresh.
AFTER_A_NO_SHARE, SHORT_OWNERSHIP = 0.7, 100


def with_persons(
    rng: np.random.Generator, agencies: list[Agency], found: pd.DataFrame, rows: pd.DataFrame
) -> pd.DataFrame:
    """The rows with `person`, `copy_of` and `has_consent`."""
    department = found["department"].to_numpy()[rows["search"]]
    consent = with_company(agencies, "consent", 1.0)[rows["agency"]]
    copy_of = _after_a_no(rng, agencies, rows)
    copy_of = _copies(rng, rows, _wishes(rng, agencies, department, rows, copy_of), copy_of)
    person = known_elsewhere(rng, department, rows, is_free=copy_of < 0)
    person = np.where(copy_of >= 0, person[copy_of], person)
    _answer_copies(rows, copy_of >= 0)
    has_consent = chance(rng, consent, len(rows))
    return rows.assign(copy_of=copy_of, person=person, has_consent=has_consent)


def _wishes(
    rng: np.random.Generator,
    agencies: list[Agency],
    department: Ints,
    rows: pd.DataFrame,
    copy_of: Ints,
) -> Ints:
    """The kind of repeat each row is wished to be; NONE for the most."""
    share = with_company(agencies, "overlap", 0.0)[rows["agency"]] * WISHED
    is_rising = (department == SALES) & (rows["received"].to_numpy() >= RISE_FROM)
    share = np.where(is_rising, np.minimum(share * RISE, MOST_SHARE), share)
    is_wished = chance(rng, share, len(rows)) & (rows["kind"].to_numpy() < 0) & (copy_of < 0)
    is_wished[np.unique(copy_of[copy_of >= 0])] = False
    return np.where(is_wished, pick(rng, KIND_SHARES, len(rows)), NONE)


def _by_search(rows: pd.DataFrame) -> tuple[Ints, Ints, Ints]:
    """Rows in the order of search and receipt, each row's place in it, its search's first place."""
    order = np.lexsort((np.arange(len(rows)), rows["search"].to_numpy()))
    sorted_search = rows["search"].to_numpy()[order]
    place, start = np.empty_like(order), np.empty_like(order)
    place[order] = np.arange(len(rows))
    start[order] = np.searchsorted(sorted_search, sorted_search, side="left")
    return order, place, start


def _copies(rng: np.random.Generator, rows: pd.DataFrame, wishes: Ints, copy_of: Ints) -> Ints:
    """For each wish an earlier row of the same search that makes it true, where one is found."""
    order, place, start = _by_search(rows)
    is_original = (wishes < 0) & (copy_of < 0)
    for attempt in range(ATTEMPTS):
        late = np.flatnonzero((wishes >= 0) & (copy_of < 0) & (place > start))
        wish = wishes[late]
        if attempt >= ATTEMPTS * 2 // 3:
            wish = pick(rng, KIND_SHARES, len(late))
        drawn = start[late] + (rng.random(len(late)) * (place - start)[late]).astype(np.int64)
        earlier = order[drawn]
        fits = _fits(rows, late, earlier, wish) & is_original[earlier]
        copy_of[late[fits]] = earlier[fits]
    return copy_of


def _fits(rows: pd.DataFrame, late: Ints, earlier: Ints, wish: Ints) -> Flags:
    """Whether `late` may repeat `earlier` in the wished way."""
    agency, received = rows["agency"].to_numpy(), rows["received"].to_numpy()
    age = received[late] - received[earlier]
    withdrawn = rows["withdrawn"].to_numpy()[earlier]
    is_withdrawn = (withdrawn >= 0) & (withdrawn < received[late])
    is_same, is_own = agency[earlier] == agency[late], agency[earlier] < 0
    fits = np.select(
        [wish == COLLISION, wish == RESUBMITTED],
        [~is_own & ~is_same, is_same & ~is_withdrawn],
        is_own,
    )
    is_recent = (age > 0) & (age < RECENT)
    return np.asarray(fits & is_recent & ~_is_hired(rows, earlier, received[late]))


def _is_hired(rows: pd.DataFrame, earlier: Ints, received: Ints) -> Flags:
    has_accepted = np.isin(rows["kind"].to_numpy()[earlier], [HIRED, RENEGED])
    return np.asarray(has_accepted & (rows["answered"].to_numpy()[earlier] < received))


def _after_a_no(rng: np.random.Generator, agencies: list[Agency], rows: pd.DataFrame) -> Ints:
    """Repeats sent when nobody owns the person any more but the no is still fresh."""
    ownership = with_company(agencies, "ownership", 0.0)[rows["agency"]].astype(np.int64)
    received, decided = rows["received"].to_numpy(), rows["decided"].to_numpy()
    was_rejected = (decided >= 0) & ~rows["is_advanced"].to_numpy() & (rows["agency"] >= 0)
    is_short = (ownership > 0) & (ownership < SHORT_OWNERSHIP)
    base = np.flatnonzero(was_rejected & is_short & chance(rng, AFTER_A_NO_SHARE, len(rows)))
    order, _, _ = _by_search(rows)
    search = rows["search"].to_numpy()
    # One number orders rows by search and receipt; no moment reaches 2 ** 26 minutes.
    key = search.astype(np.int64) * 2**26 + received
    free_from = received[base] + ownership[base] * MINUTES
    later = np.searchsorted(key[order], search[base] * 2**26 + free_from, side="right")
    is_there = later < len(rows)
    base, late = base[is_there], order[later[is_there]]
    fits = (search[late] == search[base]) & (rows["agency"].to_numpy()[late] >= 0)
    fits &= received[late] < decided[base] + ownership[base] * MINUTES
    fits &= (rows["kind"].to_numpy()[late] < 0) & ~np.isin(late, base) & ~np.isin(base, late)
    copy_of = np.full(len(rows), NONE)
    copy_of[late[fits]] = base[fits]
    return copy_of


def _answer_copies(rows: pd.DataFrame, is_copy: Flags) -> None:
    """A repeat is not taken further: a no where there was an answer."""
    was_advanced = is_copy & rows["is_advanced"].to_numpy()
    rows.loc[is_copy, ["first_interview", "second_interview", "rejected"]] = NONE
    rows.loc[was_advanced, ["withdrawn", "closing_at"]] = NONE
    rows.loc[is_copy, "is_advanced"] = False
