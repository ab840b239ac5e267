"""The table `placements`: who started, who never did, who left and when, and what it cost."""

import numpy as np
import pandas as pd

from partnership.sample.agencies import Agency, numbers
from partnership.sample.clock import EXPORTED_ON, LAST, MINUTES, NONE, Ints, day_at, position_from
from partnership.sample.draws import Floats, chance, pick, words
from partnership.sample.offered import HIRED, RENEGED

LEAVE_REASONS = ["resigned", "dismissed", "redundancy", "end_of_term"]
LEAVE_SHARES = [0.58, 0.26, 0.09, 0.07]
# Two ages of leaving: early regret, and the slow rest.
EARLY_SHARE, EARLY_DAYS, LATER_DAYS = 0.075, 55, 2200
USUAL_GUARANTEE = 90


def stays(rng: np.random.Generator, agencies: list[Agency], offers: pd.DataFrame) -> pd.DataFrame:
    """Accepted offers with start, leaving and reason as they are known when the export is made."""
    accepted = offers[offers["kind"].isin([HIRED, RENEGED])].reset_index(drop=True)
    count, agency = len(accepted), accepted["agency"].to_numpy()
    has_started = (accepted["kind"] == HIRED).to_numpy() & (
        accepted["starts"].to_numpy() <= day_at(np.array([LAST]))[0]
    )
    accepted["started"] = np.where(has_started, accepted["starts"], NONE)
    risk: Floats = np.append(numbers(agencies, "leave"), 0.8)[agency]
    early = chance(rng, np.minimum(EARLY_SHARE * risk, 0.4), count)
    days = np.where(
        early, 4 + rng.exponential(EARLY_DAYS, count), 30 + rng.exponential(LATER_DAYS, count)
    )
    left = day_at(
        position_from(
            np.minimum(accepted["starts"].to_numpy() + days.astype(np.int64), EXPORTED_ON + 200)
        )
    )
    accepted["left"] = np.where(has_started & (left < EXPORTED_ON), left, NONE)
    accepted["leave_reason"] = np.where(
        chance(rng, 0.08, count), NONE, pick(rng, LEAVE_SHARES, count)
    )
    guarantee = np.append(numbers(agencies, "guarantee"), USUAL_GUARANTEE)[agency].astype(np.int64)
    accepted["guarantee"] = np.where(agency >= 0, guarantee, NONE)
    return accepted


def fallen(rng: np.random.Generator, accepted: pd.DataFrame) -> pd.Series:
    """Which starters left within the guarantee and are to be replaced."""
    days = accepted["left"] - accepted["started"]
    is_early = (
        (accepted["left"] >= 0) & (accepted["guarantee"] >= 0) & (days < accepted["guarantee"])
    )
    is_owed = accepted["leave_reason"].isin([0, 1])
    return is_early & is_owed & chance(rng, 0.75, len(accepted))


def placement_rows(
    rng: np.random.Generator, agencies: list[Agency], accepted: pd.DataFrame
) -> pd.DataFrame:
    """The table `placements`, one row per accepted offer."""
    count, started = len(accepted), accepted["started"].to_numpy()
    left = accepted["left"].to_numpy()
    rated = day_at(
        position_from(np.where(started < 0, EXPORTED_ON, started) + rng.integers(28, 62, count))
    )
    is_rated = (
        (started >= 0)
        & (rated < EXPORTED_ON)
        & ((left < 0) | (rated < left))
        & chance(rng, 0.8, count)
    )
    fee_rate = np.append(numbers(agencies, "fee"), 0.0)[accepted["agency"]]
    fee = np.round(fee_rate * accepted["offered"], 2)
    has_fee = (accepted["agency"] >= 0) & (started >= 0)
    weights = [0.03, 0.07, 0.22, 0.43, 0.25]
    return pd.DataFrame(
        {
            "submission": accepted["submission"],
            "site": accepted["site"],
            "started_on": started,
            "reneged_on": np.where(accepted["reneged"] >= 0, accepted["reneged"] // MINUTES, NONE),
            "left_on": left,
            "leave_reason": words(
                np.where(left >= 0, accepted["leave_reason"], NONE), LEAVE_REASONS
            ),
            "guarantee_days": accepted["guarantee"],
            "fee_amount": np.where(has_fee, fee, NONE),
            "manager_rating": np.where(is_rated, 1 + pick(rng, weights, count), NONE),
            "rated_on": np.where(is_rated, rated, NONE),
        }
    )


def leavers(rows: pd.DataFrame, accepted: pd.DataFrame, is_fallen: pd.Series) -> pd.DataFrame:
    """The seats to be filled again: wave, seat and the day the starter left."""
    gone = accepted[is_fallen]
    which = gone["submission"].to_numpy()
    seats: Ints = rows["seat"].to_numpy()[which]
    return pd.DataFrame(
        {"wave": rows["wave"].to_numpy()[which], "seat": seats, "left": gone["left"].to_numpy()}
    )
