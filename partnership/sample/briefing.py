"""Which agencies are briefed on which search, how it starts, and the time each has to send candidates."""

import numpy as np
import pandas as pd

from partnership.sample import clock
from partnership.sample.agencies import (
    SILENT,
    SILENT_SINCE,
    TINY,
    Agency,
    briefing_weights,
    numbers,
)
from partnership.sample.clock import LAST, NONE, Ints, day_at, last_before, position, position_from
from partnership.sample.demand import Demand, is_on_hold
from partnership.sample.draws import chance, pick, pick_few

MOST_AGENCIES = 4
ALL_THREE, WITHOUT_LEADER, LATE, NEVER = range(4)


def briefs(
    rng: np.random.Generator,
    agencies: list[Agency],
    found: pd.DataFrame,
    demand: Demand,
    block: int,
) -> pd.DataFrame:
    """One row per search and agency, with the kickoff's kind and day; `agency` is a position in the list."""
    chosen = _chosen(rng, agencies, found, block)
    search, nth = np.nonzero(chosen >= 0)
    rows = pd.DataFrame({"search": search, "agency": chosen[search, nth]})
    opened, closed = found["opened"].to_numpy()[search], demand.waves["closed"].to_numpy()[search]
    end = last_before(closed)
    place = np.minimum(position_from(opened) + rng.integers(0, 4, len(rows)), end)
    is_later = (nth >= 2) & chance(rng, 0.35, len(rows)) & (place + 30 < end)
    place = np.where(is_later, place + rng.integers(10, 25, len(rows)), place)
    rows["place"] = np.minimum(place, LAST - 1)
    rows["briefed"] = clock.moment(rng, day_at(rows["place"].to_numpy()), 9 * 60, 16 * 60)
    rows["released_place"] = _release(rng, agencies, rows, end)
    rows["released"] = _moment_at(rng, rows["released_place"].to_numpy())
    alone = (chosen >= 0).sum(axis=1)[search] == 1
    rows["engagement"] = np.where(alone & chance(rng, 0.5, len(rows)), 1, 0)
    rows.loc[alone & (numbers(agencies, "fee")[rows["agency"]] >= 0.3), "engagement"] = 2
    return _with_kickoff(rng, agencies, rows, end)


def _chosen(
    rng: np.random.Generator, agencies: list[Agency], found: pd.DataFrame, block: int
) -> Ints:
    department, site = found["department"].to_numpy(), found["site"].to_numpy()
    weights = briefing_weights(agencies)[:, department, site].T
    if block > 0:
        weights[:, TINY] = 0
    opened = found["opened"].to_numpy()[:, None]
    weights = np.where(
        (opened >= numbers(agencies, "first")) & (opened <= numbers(agencies, "last") - 20),
        weights,
        0,
    )
    count = pick(rng, [0.04, 0.27, 0.34, 0.23, 0.12], len(found))
    chosen = pick_few(rng, weights, MOST_AGENCIES)
    return np.where(np.arange(chosen.shape[1]) < count[:, None], chosen, NONE)


def _release(
    rng: np.random.Generator, agencies: list[Agency], rows: pd.DataFrame, end: Ints
) -> Ints:
    """A few agencies are taken off a search; all of them where the partnership ended."""
    place = rows["place"].to_numpy()
    taken_off = chance(rng, 0.05, len(rows)) & (place + 35 < end)
    last = numbers(agencies, "last").astype(np.int64)[rows["agency"]]
    ended = last < clock.EXPORTED_ON
    at_end = np.minimum(np.maximum(position(last), place + 1), end)
    return np.where(
        ended, at_end, np.where(taken_off, place + rng.integers(20, 33, len(rows)), NONE)
    )


def _with_kickoff(
    rng: np.random.Generator, agencies: list[Agency], rows: pd.DataFrame, end: Ints
) -> pd.DataFrame:
    steps = np.cumsum(np.array([agency.kickoff for agency in agencies]), axis=1)[rows["agency"]]
    kind = (rng.random(len(rows))[:, None] > steps).sum(axis=1)
    place = rows["place"].to_numpy()
    lead = np.where(kind == LATE, rng.integers(11, 20, len(rows)), rng.integers(1, 7, len(rows)))
    is_silent = (rows["agency"] == SILENT) & (day_at(place + lead) > SILENT_SINCE)
    released = rows["released_place"].to_numpy()
    end = np.where(released < 0, end, np.minimum(end, released))
    kind = np.where(is_silent | (place + lead >= end), NEVER, kind)
    rows["kickoff_kind"] = kind
    rows["kickoff_place"] = np.where(kind == NEVER, NONE, place + lead)
    rows["kickoff"] = _moment_at(rng, rows["kickoff_place"].to_numpy())
    in_time = (kind == ALL_THREE) | (kind == WITHOUT_LEADER)
    rows["ready"] = np.where(in_time, rows["kickoff_place"], place) + 1
    return rows.drop(columns=["place"])


def _moment_at(rng: np.random.Generator, place: Ints) -> Ints:
    return clock.moment(rng, day_at(place), 9 * 60, 16 * 60)


def slots(demand: Demand, briefed: pd.DataFrame, agencies: list[Agency]) -> pd.DataFrame:
    """Who may send candidates to a wave, and from which to which working day (`agency` NONE: the company itself)."""
    waves = demand.waves
    closed = waves["closed"].to_numpy()
    last = last_before(closed)
    own = pd.DataFrame(
        {
            "wave": np.arange(len(waves)),
            "agency": NONE,
            "ready": position(waves["opened"].to_numpy()) + 1,
        }
    )
    own["released_place"] = NONE
    own["brief"] = NONE
    by_search = briefed.assign(brief=np.arange(len(briefed)))[
        ["search", "agency", "ready", "released_place", "brief"]
    ]
    theirs = pd.DataFrame({"wave": np.arange(len(waves)), "search": waves["search"]}).merge(
        by_search, on="search"
    )
    both = pd.concat([own, theirs], ignore_index=True)
    wave = both["wave"].to_numpy()
    both["search"] = waves["search"].to_numpy()[wave]
    start = position(np.maximum(waves["opened"].to_numpy(), clock.COVERS_FROM))[wave] + 1
    both["ready"] = np.maximum(both["ready"].to_numpy(), start)
    held = np.where(is_on_hold(waves), position(waves["hold_from"].to_numpy()) - 1, LAST)
    released = both["released_place"].to_numpy()
    both["last"] = np.minimum(
        np.minimum(last, held)[wave], np.where(released < 0, LAST, released - 1)
    )
    both["open_until"] = last[wave]
    volume = np.append(numbers(agencies, "volume"), 0.62)[both["agency"]]
    both["weight"] = volume * np.maximum(both["last"] - both["ready"] + 1, 0).clip(upper=70) ** 0.75
    return both.sort_values(["wave", "agency"], kind="stable", ignore_index=True)
