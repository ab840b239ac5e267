"""One block of a sample: some searches and everything that happened around them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from partnership.sample import demand
from partnership.sample.briefing import briefs
from partnership.sample.characters import Agency
from partnership.sample.clock import NONE, Ints
from partnership.sample.demand import Demand
from partnership.sample.draws import Flags, Streams
from partnership.sample.moments import with_moments
from partnership.sample.offered import offered
from partnership.sample.people import with_candidates
from partnership.sample.redundancy import with_persons
from partnership.sample.searches import searches
from partnership.sample.slots import slots
from partnership.sample.stays import leavers, stays
from partnership.sample.terms import with_terms
from partnership.sample.unoffered import unoffered


@dataclass
class Block:
    """Numbered by row: searches `found`, both waves' `demand`, `briefed`, submissions `rows`, and
    what became of offers (`offers`, `accepted`; their `submission` is a row of `rows`)."""

    found: pd.DataFrame
    demand: Demand
    briefed: pd.DataFrame
    rows: pd.DataFrame
    offers: pd.DataFrame
    accepted: pd.DataFrame

    @property
    def site(self) -> Ints:
        """The site of each search, which also numbers its zone."""
        return np.asarray(self.found["site"])

    @property
    def row_site(self) -> Ints:
        """The site of each submission's search."""
        return np.asarray(self.site[self.rows["search"]])

    @property
    def closed(self) -> Ints:
        """The day each search closed; NONE while it is open."""
        return np.asarray(demand.last_waves(self.demand.waves)["closed"])

    @property
    def first_closed(self) -> Ints:
        """The day each search's first wave ended; NONE while it goes on."""
        return np.asarray(self.demand.waves["closed"])[: len(self.found)]

    def waves_with(self, outcome: int) -> Flags:
        """Whether any of each wave's seats came to this."""
        is_it = self.demand.seats["outcome"].to_numpy() == outcome
        return np.bincount(self.demand.seats["wave"], is_it, len(self.demand.waves)) > 0


@dataclass
class _Wave:
    """The offered submissions of one wave of every search, with their terms and stays."""

    slots: pd.DataFrame
    rows: pd.DataFrame
    offers: pd.DataFrame
    accepted: pd.DataFrame


def block(streams: Streams, agencies: list[Agency], searched: int, submissions: int) -> Block:
    """Plays a block through: demand, briefs, offers, a second wave where due, then all the rest."""
    found = searches(streams("searches"), searched)
    first = demand.first_waves(streams("demand"), found)
    briefed = briefs(streams, agencies, found, first)
    one = _wave(streams, "first", agencies, found, first, briefed)
    gone = leavers(streams("leavers"), one.rows, one.accepted)
    second = demand.second_waves(streams("second"), found, first, gone)
    two = _wave(streams, "second", agencies, found, second, briefed)
    both = first.followed_by(second)
    taken, all_slots = _joined(one, two, first)
    few = max(submissions - len(taken), 0)
    rest = unoffered(streams("unoffered"), found, both, all_slots, taken, few)
    rest = with_moments(streams("moments"), rest, all_slots)
    rows = pd.concat([taken, rest], ignore_index=True)
    order = np.argsort(rows["received"].to_numpy(), kind="stable")
    rows = with_persons(streams("persons"), agencies, found, rows.loc[order].reset_index(drop=True))
    rows = with_candidates(streams("candidates"), rows)
    place = np.argsort(order)
    offers = _renumbered(one.offers, two.offers, len(one.rows), place)
    accepted = _renumbered(one.accepted, two.accepted, len(one.rows), place)
    return Block(found, both, briefed, rows, offers, accepted)


def _wave(
    streams: Streams,
    name: str,
    agencies: list[Agency],
    found: pd.DataFrame,
    wave: Demand,
    briefed: pd.DataFrame,
) -> _Wave:
    own = slots(wave, briefed, agencies)
    rows = offered(streams(f"{name} offered"), agencies, found, wave, own)
    rows = with_moments(streams(f"{name} moments"), rows, own)
    offers = with_terms(streams(f"{name} terms"), rows, found)
    return _Wave(own, rows, offers, stays(streams(f"{name} stays"), agencies, offers))


def _joined(one: _Wave, two: _Wave, first: Demand) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The offered submissions and the slots of both waves, the second's numbered on."""
    waves, seat = len(first.waves), two.rows["seat"].to_numpy()
    later = two.rows.assign(
        wave=two.rows["wave"] + waves,
        seat=np.where(seat < 0, NONE, seat + len(first.seats)),
        slot=two.rows["slot"] + len(one.slots),
    )
    more_slots = two.slots.assign(wave=two.slots["wave"] + waves)
    return (
        pd.concat([one.rows, later], ignore_index=True),
        pd.concat([one.slots, more_slots], ignore_index=True),
    )


def _renumbered(one: pd.DataFrame, two: pd.DataFrame, first_rows: int, place: Ints) -> pd.DataFrame:
    later = two.assign(submission=two["submission"] + first_rows)
    both = pd.concat([one, later], ignore_index=True)
    both["submission"] = place[both["submission"]]
    return both.sort_values("submission", kind="stable", ignore_index=True)
