"""What happens around a search: questions to an agency, changed briefs, disputes."""

import numpy as np
import pandas as pd

from partnership.sample.agencies import numbers
from partnership.sample.characters import Agency
from partnership.sample.clock import (
    LAST,
    MINUTES,
    NONE,
    Ints,
    day_at,
    last_before,
    moment,
    position,
)
from partnership.sample.company import CURRENCIES
from partnership.sample.draws import Flags, chance, pick, spread, words
from partnership.sample.kinds import HIRED
from partnership.sample.moments import PARTIES

ASKED_SHARE, ANSWERED_SHARE, CHANGED_SHARE = 0.55, 0.94, 0.2
FIELDS, FIELD_SHARES = ["must_have", "pay", "location", "other"], [0.42, 0.3, 0.1, 0.18]
ABOUT, ABOUT_SHARES = ["ownership", "date", "fee", "other"], [0.62, 0.18, 0.15, 0.05]
SETTLED = ["first submission stands", "fee shared", "claim withdrawn"]
SETTLED_SHARES = [0.6, 0.25, 0.15]
RAISED_WHEN_HIRED, RAISED_ELSE, SETTLED_EVER = 0.7, 0.05, 0.8


def request_rows(
    rng: np.random.Generator, agencies: list[Agency], briefed: pd.DataFrame, closed: Ints
) -> pd.DataFrame:
    """The table `requests`: most are answered. `search` and `zone` still by row number."""
    released = briefed["released_place"].to_numpy()
    end = last_before(closed)[briefed["search"]]
    end = np.where(released < 0, end, np.minimum(end, released))
    is_asked = (end > briefed["ready"].to_numpy()) & chance(rng, ASKED_SHARE, len(briefed))
    asks, end = briefed[is_asked], end[is_asked]
    asked = spread(rng, asks["ready"].to_numpy(), end - 1)
    days = numbers(agencies, "answer")[asks["agency"]] * rng.exponential(1.0, len(asks))
    answered = asked + days.astype(np.int64)
    is_answered = (answered <= LAST) & chance(rng, ANSWERED_SHARE, len(asks))
    answer_day = day_at(np.where(is_answered, answered, NONE))
    return pd.DataFrame(
        {
            "agency_id": asks["agency"].to_numpy() + 1,
            "search": asks["search"].to_numpy(),
            "asked_at": moment(rng, day_at(asked), 9 * 60, 12 * 60),
            "answered_at": moment(rng, answer_day, 12 * 60 + 30, 18 * 60),
        }
    )


def brief_change_rows(rng: np.random.Generator, opened: Ints, closed: Ints) -> pd.DataFrame:
    """The table `brief_changes`: a fifth of the searches ask for something else on the way."""
    start, until = position(opened) + 6, last_before(closed)
    is_changed = (start < until) & chance(rng, CHANGED_SHARE, len(opened))
    start, until = start[is_changed], until[is_changed]
    changed = day_at(spread(rng, start, np.minimum(until, start + 30)))
    field = words(pick(rng, FIELD_SHARES, len(changed)), FIELDS)
    told = {"search": np.flatnonzero(is_changed), "changed_at": moment(rng, changed)}
    return pd.DataFrame(told | {"field": field})


def dispute_rows(
    rng: np.random.Generator, rows: pd.DataFrame, fees: Ints, site: Ints
) -> pd.DataFrame:
    """The table `disputes`: who sent whom first, most often where the person was hired.

    `fees` is what each submission's hire would cost, `site` where its search is.
    """
    which, is_hired = _disputed(rng, rows)
    day = rows["received"].to_numpy()[which] // MINUTES
    raised = position(day + 1) + 1 + rng.integers(0, 6, len(which))
    is_known = raised <= LAST
    which, is_hired, raised = which[is_known], is_hired[is_known], raised[is_known]
    settled = raised + rng.integers(3, 40, len(which))
    is_settled = (settled <= LAST) & chance(rng, SETTLED_EVER, len(which))
    outcome = np.where(is_settled, pick(rng, SETTLED_SHARES, len(which)), NONE)
    currency = np.where(is_hired, CURRENCIES[site[which]], np.array(None, dtype=object))
    return pd.DataFrame(
        {
            "submission": which,
            "raised_by": words(pick(rng, [0.25, 0.75], len(which)), PARTIES),
            "raised_at": moment(rng, day_at(raised)),
            "about": words(pick(rng, ABOUT_SHARES, len(which)), ABOUT),
            "fee_at_stake": np.where(is_hired, fees[rows["copy_of"].to_numpy()[which]], NONE),
            "currency": currency,
            "settled_at": moment(rng, day_at(np.where(is_settled, settled, NONE))),
            "outcome": words(outcome, SETTLED),
        }
    )


def _disputed(rng: np.random.Generator, rows: pd.DataFrame) -> tuple[Ints, Flags]:
    """Second submissions that somebody contests, and whether the person was hired."""
    base, agency = rows["copy_of"].to_numpy(), rows["agency"].to_numpy()
    is_collision = (base >= 0) & (agency[base] >= 0) & (agency[base] != agency)
    is_hired = rows["kind"].to_numpy()[base] == HIRED
    share = np.where(is_hired, RAISED_WHEN_HIRED, RAISED_ELSE)
    which = np.flatnonzero(is_collision & chance(rng, share, len(rows)))
    return which, is_hired[which]
