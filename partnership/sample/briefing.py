"""Which agencies are briefed on which search, and how each of these starts."""

import numpy as np
import pandas as pd

from partnership.sample import clock
from partnership.sample.agencies import briefing_weights, numbers
from partnership.sample.characters import SILENT, SILENT_SINCE, TINY, Agency
from partnership.sample.clock import (
    LAST,
    NONE,
    Ints,
    day_at,
    last_before,
    moment,
    position,
    position_from,
)
from partnership.sample.demand import Demand
from partnership.sample.draws import Flags, Streams, chance, pick, pick_few

# How many agencies a search is given to, from none on.
AGENCY_SHARES = [0.04, 0.27, 0.34, 0.23, 0.12]
LATER_SHARE, TAKEN_OFF_SHARE = 0.35, 0.05
EXECUTIVE_FEE = 0.3
ALL_THREE, WITHOUT_LEADER, LATE, NEVER = range(4)
CONTINGENT, EXCLUSIVE, RETAINED = range(3)


def briefs(
    streams: Streams, agencies: list[Agency], found: pd.DataFrame, demand: Demand
) -> pd.DataFrame:
    """One row per search and agency (a position in the list), with the kickoff's kind and day.

    `ready` is the first working day on which the agency can send somebody.
    """
    rng = streams("briefs")
    chosen = _chosen(rng, agencies, found, is_first_block=streams.block == 0)
    search, nth = np.nonzero(chosen >= 0)
    end = last_before(demand.waves["closed"].to_numpy()[search])
    rows = pd.DataFrame({"search": search, "agency": chosen[search, nth]})
    rows["place"] = _place(rng, found["opened"].to_numpy()[search], nth, end)
    rows["briefed"] = moment(rng, day_at(rows["place"].to_numpy()), 9 * 60, 16 * 60)
    rows["released_place"] = _release(rng, agencies, rows, end)
    rows["released"] = moment(rng, day_at(rows["released_place"].to_numpy()), 9 * 60, 16 * 60)
    is_alone = (chosen >= 0).sum(axis=1)[search] == 1
    rows["engagement"] = _engagement(rng, agencies, rows, is_alone)
    return _with_kickoff(rng, agencies, rows, end).drop(columns="place")


def _chosen(
    rng: np.random.Generator, agencies: list[Agency], found: pd.DataFrame, is_first_block: bool
) -> Ints:
    weights = briefing_weights(agencies)[:, found["department"], found["site"]].T
    # The tiny agency stays tiny however large the sample is.
    weights[:, TINY] *= is_first_block
    opened = found["opened"].to_numpy()[:, None]
    is_at_work = opened >= numbers(agencies, "first")
    is_at_work &= opened <= numbers(agencies, "last") - 20
    chosen = pick_few(rng, np.where(is_at_work, weights, 0), len(AGENCY_SHARES) - 1)
    count = pick(rng, AGENCY_SHARES, len(found))
    return np.where(np.arange(chosen.shape[1]) < count[:, None], chosen, NONE)


def _place(rng: np.random.Generator, opened: Ints, nth: Ints, end: Ints) -> Ints:
    """Within days of the opening; some third and fourth agencies are brought in weeks later."""
    count = len(opened)
    place = np.minimum(position_from(opened) + rng.integers(0, 4, count), end)
    is_later = (nth >= 2) & chance(rng, LATER_SHARE, count) & (place + 30 < end)
    place = np.where(is_later, place + rng.integers(10, 25, count), place)
    return np.asarray(np.minimum(place, LAST - 1))


def _release(
    rng: np.random.Generator, agencies: list[Agency], rows: pd.DataFrame, end: Ints
) -> Ints:
    """A few agencies are taken off a search; all of them where the partnership ended."""
    place = rows["place"].to_numpy()
    taken_off = chance(rng, TAKEN_OFF_SHARE, len(rows)) & (place + 35 < end)
    off = np.where(taken_off, place + rng.integers(20, 33, len(rows)), NONE)
    last = numbers(agencies, "last").astype(np.int64)[rows["agency"]]
    at_end = np.minimum(np.maximum(position(last), place + 1), end)
    return np.where(last < clock.EXPORTED_ON, at_end, off)


def _engagement(
    rng: np.random.Generator, agencies: list[Agency], rows: pd.DataFrame, is_alone: Flags
) -> Ints:
    is_executive = numbers(agencies, "fee")[rows["agency"]] >= EXECUTIVE_FEE
    is_exclusive = is_alone & chance(rng, 0.5, len(rows))
    engagement = np.where(is_exclusive, EXCLUSIVE, CONTINGENT)
    return np.where(is_alone & is_executive, RETAINED, engagement)


def _with_kickoff(
    rng: np.random.Generator, agencies: list[Agency], rows: pd.DataFrame, end: Ints
) -> pd.DataFrame:
    count, place = len(rows), rows["place"].to_numpy()
    steps = np.cumsum(np.array([agency.kickoff for agency in agencies]), axis=1)[rows["agency"]]
    kind = (rng.random(count)[:, None] > steps).sum(axis=1)
    late, soon = rng.integers(11, 20, count), rng.integers(1, 7, count)
    kickoff = place + np.where(kind == LATE, late, soon)
    is_silent = (rows["agency"] == SILENT) & (day_at(kickoff) > SILENT_SINCE)
    released = rows["released_place"].to_numpy()
    end = np.where(released < 0, end, np.minimum(end, released))
    kind = np.where(is_silent | (kickoff >= end), NEVER, kind)
    kickoff = np.where(kind == NEVER, NONE, kickoff)
    in_time = (kind == ALL_THREE) | (kind == WITHOUT_LEADER)
    return rows.assign(
        kickoff_kind=kind,
        kickoff=moment(rng, day_at(kickoff), 9 * 60, 16 * 60),
        ready=np.where(in_time, kickoff, place) + 1,
    )
