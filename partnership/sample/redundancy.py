"""Who is the same person: turns some submissions into repeats of earlier ones, and says why.

`person` is a row number: the first row of that person. A repeat on the same search is made to fall into one of
the four redundant classes; a repeat on another search, where the first is still live, is known elsewhere.
"""

import numpy as np
import pandas as pd

from partnership.sample.agencies import Agency, numbers
from partnership.sample.clock import MINUTES, NONE, Ints, day_number
from partnership.sample.company import SALES
from partnership.sample.draws import Flags, Floats, chance, pick
from partnership.sample.offered import HIRED, RENEGED

COLLISION, RESUBMITTED, KNOWN_HERE, POST_REJECT = range(4)
CLASS_SHARES = [0.50, 0.22, 0.18, 0.10]
ATTEMPTS = 12
RISE_FROM = day_number("2026-06-15") * MINUTES
RISE = 2.4
# Not every wish to repeat finds an earlier submission, so more are wished for than an agency's share says.
WISHED = 1.2
KNOWN_ELSEWHERE_SHARE = 0.06


def with_persons(
    rng: np.random.Generator, agencies: list[Agency], found: pd.DataFrame, rows: pd.DataFrame
) -> pd.DataFrame:
    """The rows with `person`, `copy_of` (the row repeated on the same search) and `has_consent`."""
    department = found["department"].to_numpy()[rows["search"]]
    rows["has_consent"] = _consents(rng, agencies, rows)
    wishes = _wishes(rng, agencies, department, rows)
    copy_of = _copies(rng, rows, wishes)
    rows["copy_of"] = copy_of
    person = _known_elsewhere(rng, department, rows, free=copy_of < 0)
    rows["person"] = np.where(copy_of >= 0, person[copy_of], person)
    _answer_copies(rows)
    return rows


def _consents(rng: np.random.Generator, agencies: list[Agency], rows: pd.DataFrame) -> Flags:
    share = np.append(numbers(agencies, "consent"), 1.0)[rows["agency"]]
    return chance(rng, share, len(rows))


def _wishes(
    rng: np.random.Generator, agencies: list[Agency], department: Ints, rows: pd.DataFrame
) -> Ints:
    """The class each row is wished into; NONE for the most."""
    share: Floats = np.append(numbers(agencies, "overlap"), 0.0)[rows["agency"]] * WISHED
    rising = (department == SALES) & (rows["received"].to_numpy() >= RISE_FROM)
    share = np.where(rising, np.minimum(share * RISE, 0.6), share)
    is_wished = chance(rng, share, len(rows)) & (rows["kind"].to_numpy() < 0)
    return np.where(is_wished, pick(rng, CLASS_SHARES, len(rows)), NONE)


def _copies(rng: np.random.Generator, rows: pd.DataFrame, wishes: Ints) -> Ints:
    """For each wish an earlier row of the same search that makes it come true, where one is found."""
    order = np.lexsort((np.arange(len(rows)), rows["search"].to_numpy()))
    search = rows["search"].to_numpy()[order]
    start_of = np.searchsorted(search, search, side="left")
    rank, start = np.empty(len(rows), dtype=np.int64), np.empty(len(rows), dtype=np.int64)
    rank[order], start[order] = np.arange(len(rows)), start_of
    copy_of = np.full(len(rows), NONE)
    for attempt in range(ATTEMPTS):
        late = np.flatnonzero((wishes >= 0) & (copy_of < 0) & (rank > start))
        wish = wishes[late]
        if attempt >= ATTEMPTS * 2 // 3:
            wish = pick(rng, CLASS_SHARES, len(late))
        drawn = start[late] + (rng.random(len(late)) * (rank[late] - start[late])).astype(np.int64)
        earlier = order[drawn]
        fits = _fits(rows, late, earlier, wish) & (wishes[earlier] < 0)
        copy_of[late[fits]] = earlier[fits]
        # Nobody owns a person who was sent without consent, so that sending them again after the no is of its own kind.
        rejected = earlier[fits & (wish == POST_REJECT)]
        rows.loc[rejected, "has_consent"] = False
    return copy_of


def _fits(rows: pd.DataFrame, late: Ints, earlier: Ints, wish: Ints) -> Flags:
    def of(name: str, which: Ints) -> Ints:
        values: Ints = rows[name].to_numpy()[which]
        return values

    received = of("received", late)
    theirs, ours = of("agency", earlier), of("agency", late)
    decided, withdrawn, answered = (
        of(name, earlier) for name in ("decided", "withdrawn", "answered")
    )
    is_taken = np.isin(of("kind", earlier), [HIRED, RENEGED]) & (answered < received)
    is_rejected = (decided >= 0) & (decided < received) & ~of("is_advanced", earlier).astype(bool)
    is_withdrawn = (withdrawn >= 0) & (withdrawn < received)
    has_consent = of("has_consent", earlier).astype(bool)
    fits = np.select(
        [wish == COLLISION, wish == RESUBMITTED, wish == KNOWN_HERE],
        [
            (theirs >= 0) & (theirs != ours) & has_consent,
            (theirs == ours) & ~is_withdrawn,
            theirs < 0,
        ],
        (theirs >= 0) & (theirs != ours) & is_rejected,
    )
    recent = received - of("received", earlier) < 80 * MINUTES
    return fits.astype(bool) & recent & ~is_taken & (of("received", earlier) < received)


def _known_elsewhere(
    rng: np.random.Generator, department: Ints, rows: pd.DataFrame, free: Flags
) -> Ints:
    """Persons so far: a few rows are somebody who is live on another search of the department."""
    person = np.arange(len(rows))
    order = np.lexsort((np.arange(len(rows)), department))
    late = np.arange(1, len(rows))[chance(rng, KNOWN_ELSEWHERE_SHARE, max(len(rows) - 1, 0))]
    earlier, late = order[np.maximum(late - rng.integers(1, 50, len(late)), 0)], order[late]
    received = rows["received"].to_numpy()
    is_live = rows["withdrawn"].to_numpy()[earlier] < 0
    decided = rows["decided"].to_numpy()[earlier]
    is_live &= (decided < 0) | (decided > received[late])
    fits = (
        is_live & (department[late] == department[earlier]) & (received[earlier] < received[late])
    )
    fits &= rows["search"].to_numpy()[late] != rows["search"].to_numpy()[earlier]
    kinds = rows["kind"].to_numpy()
    fits &= free[late] & free[earlier] & (kinds[late] < 0) & (kinds[earlier] < 0)
    fits &= (rows["closing_at"].to_numpy()[earlier] < 0) & ~np.isin(earlier, late[fits])
    person[late[fits]] = earlier[fits]
    return person


def _answer_copies(rows: pd.DataFrame) -> None:
    """A repeat is not taken further: a no where there was an answer."""
    is_copy = rows["copy_of"] >= 0
    was_advanced = is_copy & rows["is_advanced"]
    rows.loc[is_copy, ["first_interview", "second_interview", "rejected"]] = NONE
    rows.loc[was_advanced, ["withdrawn", "closing_at"]] = NONE
    rows.loc[is_copy, "is_advanced"] = False
