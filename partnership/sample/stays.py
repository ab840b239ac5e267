"""The table `placements`: who started, who never did, who left and when, and what it cost."""

import numpy as np
import pandas as pd

from partnership.sample.agencies import with_company
from partnership.sample.characters import Agency
from partnership.sample.clock import EXPORTED_ON, MINUTES, NONE, day_at, position_from
from partnership.sample.company import CURRENCIES
from partnership.sample.draws import chance, pick, words
from partnership.sample.kinds import HIRED, RENEGED

LEAVE_REASONS = ["resigned", "dismissed", "redundancy", "end_of_term"]
LEAVE_SHARES, BLANK_SHARE = [0.58, 0.26, 0.09, 0.07], 0.08
RESIGNED, DISMISSED = 0, 1
# Two ages of leaving: early regret, and the slow rest.
EARLY_SHARE, MOST_EARLY, EARLY_DAYS, LATER_DAYS = 0.075, 0.4, 55, 2200
COMPANY_LEAVE = 0.8
REPLACED_SHARE, RATED_SHARE = 0.75, 0.8
RATING_SHARES = [0.03, 0.07, 0.22, 0.43, 0.25]


def stays(rng: np.random.Generator, agencies: list[Agency], offers: pd.DataFrame) -> pd.DataFrame:
    """Accepted offers with start, leaving and reason as they are known when the export is made."""
    accepted = offers[offers["kind"].isin([HIRED, RENEGED])].reset_index(drop=True)
    count, agency = len(accepted), accepted["agency"].to_numpy()
    starts = accepted["starts"].to_numpy()
    has_started = (accepted["kind"].to_numpy() == HIRED) & (starts < EXPORTED_ON)
    risk = with_company(agencies, "leave", COMPANY_LEAVE)[agency]
    is_early = chance(rng, np.minimum(EARLY_SHARE * risk, MOST_EARLY), count)
    early, later = rng.exponential(EARLY_DAYS, count), rng.exponential(LATER_DAYS, count)
    days = np.where(is_early, 4 + early, 30 + later).astype(np.int64)
    left = day_at(position_from(np.minimum(starts + days, EXPORTED_ON + 200)))
    reason = pick(rng, LEAVE_SHARES, count)
    guarantee = with_company(agencies, "guarantee", NONE)[agency].astype(np.int64)
    return accepted.assign(
        started=np.where(has_started, starts, NONE),
        left=np.where(has_started & (left < EXPORTED_ON), left, NONE),
        leave_reason=np.where(chance(rng, BLANK_SHARE, count), NONE, reason),
        guarantee=guarantee,
    )


def leavers(rng: np.random.Generator, rows: pd.DataFrame, accepted: pd.DataFrame) -> pd.DataFrame:
    """The seats to be filled again (wave, seat, left): most who left within the guarantee."""
    days = accepted["left"] - accepted["started"]
    is_early = (accepted["left"] >= 0) & (days < accepted["guarantee"])
    is_owed = is_early & accepted["leave_reason"].isin([RESIGNED, DISMISSED])
    gone = accepted[is_owed & chance(rng, REPLACED_SHARE, len(accepted))]
    seats = rows[["wave", "seat"]].iloc[gone["submission"]]
    return seats.assign(left=gone["left"].to_numpy()).reset_index(drop=True)


def placement_rows(
    rng: np.random.Generator, agencies: list[Agency], accepted: pd.DataFrame
) -> pd.DataFrame:
    """The table `placements`, one row per accepted offer."""
    count, agency = len(accepted), accepted["agency"].to_numpy()
    started, left = accepted["started"].to_numpy(), accepted["left"].to_numpy()
    rated = np.where(started < 0, EXPORTED_ON, started) + rng.integers(28, 62, count)
    rated = day_at(position_from(rated))
    is_rated = (rated < EXPORTED_ON) & ((left < 0) | (rated < left))
    is_rated &= chance(rng, RATED_SHARE, count)
    fee = with_company(agencies, "fee", 0.0)[agency] * accepted["offered"].to_numpy()
    has_fee = (agency >= 0) & (started >= 0)
    reneged = accepted["reneged"].to_numpy()
    reason = np.where(left >= 0, accepted["leave_reason"], NONE)
    no_currency = np.array(None, dtype=object)
    return pd.DataFrame(
        {
            "submission": accepted["submission"],
            "started_on": started,
            "reneged_on": np.where(reneged >= 0, reneged // MINUTES, NONE),
            "left_on": left,
            "leave_reason": words(reason, LEAVE_REASONS),
            "guarantee_days": accepted["guarantee"],
            "fee_amount": np.where(has_fee, np.round(fee, 2), NONE),
            "currency": np.where(has_fee, CURRENCIES[accepted["site"]], no_currency),
            "manager_rating": np.where(is_rated, 1 + pick(rng, RATING_SHARES, count), NONE),
            "rated_on": np.where(is_rated, rated, NONE),
        }
    )
