"""One block of a sample: some searches and everything that happened around them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from partnership.sample import briefing, demand
from partnership.sample.agencies import Agency
from partnership.sample.clock import NONE, Ints
from partnership.sample.demand import Demand
from partnership.sample.draws import Streams
from partnership.sample.moments import with_moments
from partnership.sample.offered import offered
from partnership.sample.people import with_candidates
from partnership.sample.redundancy import with_persons
from partnership.sample.stays import fallen, leavers, stays
from partnership.sample.terms import with_terms
from partnership.sample.unoffered import unoffered


@dataclass
class Block:
    """Numbered by row: searches `found`, both waves' `demand`, `briefed`, submissions `rows`, and what
    became of offers (`offers`, `accepted`; their `submission` is a row of `rows`)."""

    found: pd.DataFrame
    demand: Demand
    first_seats: int
    briefed: pd.DataFrame
    rows: pd.DataFrame
    offers: pd.DataFrame
    accepted: pd.DataFrame

    @property
    def site(self) -> Ints:
        """The site, which is also the number of the zone, of each search."""
        values: Ints = self.found["site"].to_numpy()
        return values

    @property
    def closed(self) -> Ints:
        """The day each search closed; NONE while it is open."""
        values: Ints = demand.last_waves(self.demand.waves)["closed"].to_numpy()
        return values


def block(streams: Streams, agencies: list[Agency], searches: int, submissions: int) -> Block:
    """Plays one block through: demand, briefs, offers, a second wave where one is due, then all the rest."""
    found = demand.searches(streams("searches"), searches)
    first = demand.first_waves(streams("demand"), found)
    briefed = briefing.briefs(streams("briefs"), agencies, found, first, streams.block)
    one = _Wave(streams, "first", agencies, found, first, briefed)
    is_fallen = fallen(streams("fallen"), one.accepted)
    gone = leavers(one.rows, one.accepted, is_fallen)
    second = demand.second_waves(streams("second"), found, first, gone)
    two = _Wave(streams, "second", agencies, found, second, briefed)
    both, slots = _joined(first, second, one.slots, two.slots)
    waves, seats = len(first.waves), len(first.seats)
    two.rows["wave"] += waves
    two.rows["seat"] = np.where(two.rows["seat"] < 0, NONE, two.rows["seat"] + seats)
    two.rows["slot"] += len(one.slots)
    taken = pd.concat([one.rows, two.rows], ignore_index=True)
    rest = unoffered(
        streams("unoffered"), found, both, slots, taken, max(submissions - len(taken), 0)
    )
    rows = pd.concat([taken, with_moments(streams("moments"), rest, slots)], ignore_index=True)
    order = np.argsort(rows["received"].to_numpy(), kind="stable")
    rows = with_persons(
        streams("persons"), agencies, found, rows.iloc[order].reset_index(drop=True)
    )
    rows = with_candidates(streams("candidates"), rows)
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    offers, accepted = (
        _renumbered([getattr(one, name), getattr(two, name)], len(one.rows), place)
        for name in ("offers", "accepted")
    )
    return Block(found, both, seats, briefed, rows, offers, accepted)


class _Wave:
    """The offered submissions of one wave of every search, with their terms and stays."""

    def __init__(
        self,
        streams: Streams,
        name: str,
        agencies: list[Agency],
        found: pd.DataFrame,
        wave: Demand,
        briefed: pd.DataFrame,
    ) -> None:
        self.slots = briefing.slots(wave, briefed, agencies)
        rows = offered(streams(f"{name} offered"), agencies, found, wave, self.slots)
        self.rows = with_moments(streams(f"{name} moments"), rows, self.slots)
        self.offers = with_terms(streams(f"{name} terms"), self.rows, found)
        self.accepted = stays(streams(f"{name} stays"), agencies, self.offers)


def _joined(
    first: Demand, second: Demand, one: pd.DataFrame, two: pd.DataFrame
) -> tuple[Demand, pd.DataFrame]:
    seats = second.seats.assign(wave=second.seats["wave"] + len(first.waves))
    waves = pd.concat([first.waves, second.waves.drop(columns="first_wave")], ignore_index=True)
    slots = pd.concat([one, two.assign(wave=two["wave"] + len(first.waves))], ignore_index=True)
    return Demand(waves, pd.concat([first.seats, seats], ignore_index=True)), slots


def _renumbered(frames: list[pd.DataFrame], first_rows: int, place: Ints) -> pd.DataFrame:
    one, two = frames
    both = pd.concat(
        [one, two.assign(submission=two["submission"] + first_rows)], ignore_index=True
    )
    both["submission"] = place[both["submission"]]
    return both.sort_values("submission", kind="stable", ignore_index=True)
