"""The table `interviews`: two rounds, and first attempts that were cancelled or nobody came to."""

import numpy as np
import pandas as pd

from partnership.sample.clock import EXPORTED_ON, MINUTES, NONE, Ints, day_at, moment, position
from partnership.sample.company import SLOW
from partnership.sample.draws import chance, words
from partnership.sample.moments import ended

STATUSES = ["scheduled", "held", "cancelled", "no_show"]
SCHEDULED, HELD, CANCELLED, NO_SHOW = range(4)
ADVICE = ["strong yes", "yes", "no"]
EXPORTED = EXPORTED_ON * MINUTES
MISSED_SHARE, TOLD_SHARE = 0.06, 0.9
FEEDBACK_DAYS = 1.6


def interview_rows(rng: np.random.Generator, rows: pd.DataFrame, department: Ints) -> pd.DataFrame:
    """The table, by `submission` (a row number) and time."""
    first, second = rows["first_interview"].to_numpy(), rows["second_interview"].to_numpy()
    extended = rows["extended"].to_numpy()
    after_first = np.where(second >= 0, second, extended)
    one = _round(rng, rows, department, first, after_first)
    one = one.assign(round=1, invited_at=rows["decided"].to_numpy()[one["submission"]] + 30)
    two = _round(rng, rows, department, second, extended)
    two = two.assign(round=2, invited_at=first[two["submission"]] + 90)
    told = pd.concat([one, two, _missed(rng, one)])
    told = told.sort_values(["submission", "scheduled_for"], ignore_index=True)
    recommendation = words(told["advice"], ADVICE)
    status = words(told["status"], STATUSES)
    return told.assign(recommendation=recommendation, status=status)


def _round(
    rng: np.random.Generator, rows: pd.DataFrame, department: Ints, at: Ints, follows: Ints
) -> pd.DataFrame:
    """One round's interviews; `follows` is when the next step came, which feedback precedes."""
    which = np.flatnonzero(at >= 0)
    count, at, follows = len(which), at[which], follows[which]
    end = ended(rows)[0][which]
    status = np.select([(end >= 0) & (at >= end), at >= EXPORTED], [CANCELLED, SCHEDULED], HELD)
    over = np.where(status == HELD, at + rng.integers(40, 75, count), NONE)
    slow = np.where(department[which] == SLOW, 3, 1)
    days = (rng.exponential(FEEDBACK_DAYS, count) * slow).astype(np.int64)
    feedback = moment(rng, day_at(np.where(over < 0, NONE, position(over // MINUTES) + days)))
    feedback = np.where(feedback <= over, over + rng.integers(15, 120, count), feedback)
    for bound in (follows, end):
        feedback = np.where((bound >= 0) & (feedback >= bound), over + 15, feedback)
    is_told = (status == HELD) & (feedback < EXPORTED) & chance(rng, TOLD_SHARE, count)
    advice = np.where(follows >= 0, chance(rng, 0.6, count), 1 + chance(rng, 0.75, count))
    return pd.DataFrame(
        {
            "submission": which,
            "scheduled_for": at,
            "ended_at": over,
            "status": status,
            "feedback_at": np.where(is_told, feedback, NONE),
            "advice": np.where(is_told, advice, NONE),
        }
    )


def _missed(rng: np.random.Generator, held: pd.DataFrame) -> pd.DataFrame:
    """The day before some interviews took place, they had not."""
    again = held[(held["status"] == HELD) & chance(rng, MISSED_SHARE, len(held))]
    missed = again.assign(ended_at=NONE, feedback_at=NONE, advice=NONE)
    missed["scheduled_for"] -= MINUTES
    missed["status"] = CANCELLED + chance(rng, 0.4, len(missed))
    return missed[missed["scheduled_for"] > missed["invited_at"] + 120]
