"""Openings whose true chance of being filled is known, because the law that made them is."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats

from partnership.statistics import forecast
from partnership.statistics.forecast import History

Numbers = npt.NDArray[np.float64]
SEATS = (1, 1, 1, 2, 4)
FOLLOWED_DAYS, BEFORE_DAYS = 720, 200


@dataclass(frozen=True)
class World:
    """Days to fill are log-normal, each group around its own middle; seats of one search are
    `alike`; who is given up is so after exponential days. Openings begin on any day, some before
    the exports do."""

    searches: int = 300
    groups: int = 8
    apart: float = 0.3
    alike: float = 0.4
    middle_days: float = 60
    spread: float = 0.6
    cancelled_days: float = 400

    def drawn(self, rng: np.random.Generator) -> tuple[History, Numbers]:
        """The openings of one company, and the log of each group's middle days."""
        middles = np.log(self.middle_days) + rng.normal(0, self.apart, self.groups)
        shares = rng.dirichlet(np.full(self.groups, 2.0))
        search = np.repeat(np.arange(self.searches), rng.choice(SEATS, self.searches))
        group = rng.choice(self.groups, self.searches, p=shares)[search]
        opened = rng.integers(-BEFORE_DAYS, FOLLOWED_DAYS, self.searches)[search]
        of_search, of_seat = rng.normal(size=self.searches)[search], rng.normal(size=len(search))
        pace = np.sqrt(self.alike) * of_search + np.sqrt(1 - self.alike) * of_seat
        filled = np.ceil(np.exp(middles[group] + self.spread * pace)).astype(np.int64)
        given_up = np.ceil(rng.exponential(self.cancelled_days, len(search))).astype(np.int64)
        age, entry = FOLLOWED_DAYS - opened, np.maximum(-opened, 0)
        end = np.minimum(filled, given_up)
        outcome = np.where(end > age, 0, np.where(filled <= given_up, 1, 2))
        seen = end >= entry
        columns = (group, search, np.minimum(end, age), entry, outcome)
        return History(*(column[seen] for column in columns)), middles

    def true_chance(self, middles: Numbers, ages: npt.NDArray[np.int64], within: int) -> Numbers:
        """Of openings still open at these ages, in groups of these middles, the share that is
        filled within so many days more: the sum over the days, by the law itself."""

        def filled_by(day: Numbers) -> Numbers:
            log = np.log(np.maximum(day, 1e-9))
            return np.asarray(stats.norm.cdf((log - middles) / self.spread))

        age = ages.astype(float)
        chance = np.zeros(len(age))
        for day in range(1, within + 1):
            going_on = np.exp(-(day - 1) / self.cancelled_days)
            chance += (filled_by(age + day) - filled_by(age + day - 1)) * going_on
        return chance / (1 - filled_by(age))


def covered(world: World, sets: int, *, seed: int) -> dict[int, tuple[int, int, float]]:
    """Of the forecasts of so many companies, by horizon: how many ranges hold the true chance, how
    many there are, and how far the forecasts lie above it on average."""
    rng = np.random.default_rng(seed)
    found = {within: (0, 0, 0.0) for within in forecast.WITHIN}
    for _ in range(sets):
        history, middles = world.drawn(rng)
        is_open = history.outcome == forecast.OPEN
        groups, ages = history.group[is_open], history.days[is_open]
        for within, (held, n, above) in found.items():
            told = forecast.chances(history, groups, ages, within)
            true = world.true_chance(middles[groups], ages, within)
            known = ~np.isnan(told.rate)
            inside = ((told.low <= true) & (true <= told.high))[known]
            more = float((told.rate - true)[known].sum())
            found[within] = (held + int(inside.sum()), n + int(known.sum()), above + more)
    return {within: (held, n, above / n) for within, (held, n, above) in found.items()}
