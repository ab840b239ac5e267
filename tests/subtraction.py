"""Random agencies, what one of them is told of the others, and all that can be worked out of it.

The attacker knows far more than a real one: how many cases every other agency has in every quarter,
which of them changed since, and on which of them each figure stands. Only the hits are unknown.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from random import Random

import numpy as np
from scipy.optimize import linprog

READER = "A"
OTHERS = "BCDEFGHI"
QUARTERS = [date(2025, 7, 1), date(2025, 10, 1), date(2026, 1, 1), date(2026, 4, 1)]
QUARTERS += [date(2026, 7, 1), date(2026, 10, 1), date(2027, 1, 1)]
BANDS = [(15, 29), (30, 59), (60, 119), (120, 299), (300, 999), (1000, 4999), (5000, 10**9)]
HALF_A_POINT = 0.005 + 1e-9

Cases = dict[tuple[str, date], tuple[int, int]]  # agency and quarter → hits and cases
Span = tuple[date, date]


@dataclass(frozen=True)
class Import:
    """The cases of one update, and the last four complete quarters it speaks of."""

    cases: Cases
    quarters: tuple[date, ...]

    @property
    def spans(self) -> dict[Span, tuple[date, ...]]:
        """The year and each quarter, with the quarters in it."""
        ends = dict(zip(QUARTERS, QUARTERS[1:], strict=False))
        year = (self.quarters[0], ends[self.quarters[-1]])
        return {year: self.quarters} | {(q, ends[q]): (q,) for q in self.quarters}

    def cells_of(self, agency: str, span: Span) -> list[tuple[int, int]]:
        """k of n of an agency in each quarter of a time."""
        return [self.counted(agency, [quarter]) for quarter in self.spans[span]]

    def counted(self, agency: str, quarters: Iterable[date]) -> tuple[int, int]:
        """k of n of an agency in these quarters."""
        found = [self.cases.get((agency, quarter), (0, 0)) for quarter in quarters]
        return sum(k for k, _ in found), sum(n for _, n in found)


@dataclass(frozen=True)
class Cell:
    """One figure the reader is told, and the update whose cases it stands on."""

    update: int
    span: Span
    peers: tuple[str, ...]
    rate: float
    basis: int


@dataclass
class Found:
    """What an attack brought to light."""

    tried: int = 0
    guessed: int = 0
    recovered: list[str] = field(default_factory=list)


def world(random: Random) -> tuple[Import, Import]:
    """Deliberately unequal agencies, and a later update: late rows, answers, perhaps a quarter."""
    agencies = READER + OTHERS[: random.randint(3, 8)]
    alike = random.choice([1, 2, 6])
    likely = {agency: random.betavariate(alike, alike) for agency in agencies}
    sizes = random.choice([[2, 4, 8, 15, 30, 60], [4, 8, 15, 30], [8, 12, 15, 20]])
    size = {agency: random.choice(sizes) for agency in agencies}
    absent = random.choice([0.05, 0.2, 0.5])
    cases: Cases = {}
    for quarter in QUARTERS[:6]:
        for agency in agencies:
            is_few = random.random() < absent
            n = random.choice([0, random.randint(0, 4)]) if is_few else size[agency]
            cases[agency, quarter] = hits(random, n, likely[agency]), n
    later = dict(cases)
    empty = [of for of, (_, n) in sorted(cases.items()) if not n and of[0] != READER]
    arriving = random.sample(empty, min(len(empty), random.choice([0, 1, 1, 2])))
    for agency, quarter in arriving + random.sample(sorted(cases), random.choice([0, 1, 2, 6])):
        k, n = later[agency, quarter]
        more = random.choice([0, 1, 2, 5, 12, 40] if n else [8, 12, 20])
        flips = min(n - k, random.choice([0, 0, 1, 3]))
        later[agency, quarter] = k + flips + hits(random, more, random.random()), n + more
    moves = random.random() < 0.4
    first = tuple(QUARTERS[1:5])
    return Import(cases, first), Import(later, tuple(QUARTERS[2:6]) if moves else first)


def hits(random: Random, n: int, likely: float) -> int:
    return sum(random.random() < likely for _ in range(n))


def naive(update: int, one: Import) -> list[Cell]:
    """At least three others, at least five rows, and no more care than that."""
    cells = []
    for span, quarters in one.spans.items():
        counts = {agency: one.counted(agency, quarters) for agency in OTHERS}
        peers = tuple(agency for agency, (_, n) in counts.items() if n)
        k, n = (sum(counts[peer][at] for peer in peers) for at in (0, 1))
        if len(peers) >= 3 and n >= 5:
            cells.append(Cell(update, span, peers, round(k / n, 2), update))
    return cells


def attacked(updates: tuple[Import, Import], cells: list[Cell]) -> Found:
    """Every rate of another agency whose whole feasible range lies within a tenth of the truth,
    though no published rate does."""
    variables = {
        (update, agency, quarter): number
        for number, (update, agency, quarter) in enumerate(
            (update, agency, quarter)
            for update in (0, 1)
            for agency in OTHERS
            for quarter in QUARTERS[:6]
        )
    }
    bounds = [(0, updates[u].cases.get((a, q), (0, 0))[1]) for u, a, q in variables]
    system = _System(len(variables), bounds)
    for cell in cells:
        _tell(system, variables, updates, cell)
    _link(system, variables, updates)
    found = Found()
    for update, one in enumerate(updates):
        for span, quarters in one.spans.items():
            for agency in OTHERS:
                k, n = one.counted(agency, quarters)
                known = update and updates[0].spans.get(span)
                if not n or (
                    known and one.cells_of(agency, span) == updates[0].cells_of(agency, span)
                ):
                    continue
                found.tried += 1
                near = max(0.1 * k / n, 0.02)
                if any(abs(g - k / n) <= near for g in _guesses(cells, one, agency, span)):
                    found.guessed += 1
                    continue
                which = [variables[update, agency, quarter] for quarter in quarters]
                if system.untold(which) > 2 * near * n:
                    continue
                low = system.edge_of(which, 1) / n
                if low < k / n - near:
                    continue
                high = system.edge_of(which, -1) / n
                if high <= k / n + near:
                    found.recovered.append(f"{agency} {span[0]} {low:.3f}–{high:.3f} of {k}/{n}")
    return found


class _System:
    """Linear inequalities about the unknown hits."""

    def __init__(self, width: int, bounds: list[tuple[int, int]]) -> None:
        self.width, self.bounds = width, bounds
        self.rows: list[np.ndarray] = []
        self.limits: list[float] = []

    def between(self, which: Mapping[int, float], low: float, high: float) -> None:
        row = np.zeros(self.width)
        for number, weight in which.items():
            row[number] = weight
        self.rows += [row, -row]
        self.limits += [high, -low]

    def untold(self, which: list[int]) -> int:
        """How many of these cases no inequality speaks of: they may all be hits, or none."""
        spoken_of = np.any(self.rows, axis=0) if self.rows else np.zeros(self.width, bool)
        return sum(self.bounds[number][1] for number in which if not spoken_of[number])

    def edge_of(self, which: list[int], sign: int) -> float:
        """The least (1) or the most (-1) that these can be together; hits are whole numbers."""
        aim = np.zeros(self.width)
        aim[which] = sign
        spoken_of = np.flatnonzero(np.any(self.rows, axis=0)) if self.rows else np.arange(0)
        answer = linprog(
            aim[spoken_of],
            A_ub=np.array(self.rows)[:, spoken_of],
            b_ub=self.limits,
            bounds=[self.bounds[number] for number in spoken_of],
        )
        assert answer.status == 0, answer.message
        free = [self.bounds[number][1] for number in which if number not in spoken_of]
        found = answer.fun - (sum(free) if sign < 0 else 0)
        return float(np.ceil(found - 1e-6)) * sign


Variables = Mapping[tuple[int, str, date], int]


def _tell(
    system: _System, variables: Variables, updates: tuple[Import, Import], cell: Cell
) -> None:
    one = updates[cell.basis]
    quarters = updates[cell.update].spans[cell.span]
    which = {variables[cell.basis, peer, q]: 1.0 for peer in cell.peers for q in quarters}
    n = sum(one.counted(peer, quarters)[1] for peer in cell.peers)
    system.between(which, (cell.rate - HALF_A_POINT) * n, (cell.rate + HALF_A_POINT) * n)


def _link(system: _System, variables: Variables, updates: tuple[Import, Import]) -> None:
    """What did not change is as it was; what was added has at most as many hits as rows."""
    before, after = updates
    for agency in OTHERS:
        for quarter in QUARTERS[:6]:
            old, new = (one.cases.get((agency, quarter), (0, 0)) for one in (before, after))
            pair = {variables[1, agency, quarter]: 1.0, variables[0, agency, quarter]: -1.0}
            if not any(system.untold([number]) == 0 for number in pair):
                continue
            rows = new[1] - old[1]
            flips = max(0, (new[0] - old[0]) - rows)
            system.between(pair, 0, rows + flips)


def _guesses(cells: list[Cell], one: Import, agency: str, span: Span) -> list[float]:
    """What the published rates say of any agency: the time's own, the year's, and the quarters'
    rates by how many cases it has in each."""
    rates = {cell.span: cell.rate for cell in cells}
    year, *quarters = one.spans
    guesses = [rates[told] for told in (span, year) if told in rates]
    told = [(rates.get(q, rates.get(year)), one.counted(agency, one.spans[q])[1]) for q in quarters]
    known = [(rate, n) for rate, n in told if rate is not None and n]
    if span == year and known:
        guesses.append(sum(rate * n for rate, n in known) / sum(n for _, n in known))
    return guesses


# --- the rules, in plain steps --------------------------------------------------------------


def is_pool(parts: Mapping[str, tuple[int, int]], is_enough: Callable[[int], bool]) -> bool:
    """At least three with enough, none with more than half of the cases or of the hits."""
    k, n = (sum(part[at] for part in parts.values()) for at in (0, 1))
    return (
        sum(is_enough(part[1]) for part in parts.values()) >= 3
        and 2 * max(part[1] for part in parts.values()) <= n
        and 2 * max(part[0] for part in parts.values()) <= k
    )


Basis = dict[str, tuple[int, int]]


def broken(shown: Mapping[Span, Basis], one: Import) -> list[str]:
    """The rules that these cells break: each is a pool, and so is what any of them leaves of the
    year, unless it leaves nothing."""
    year, *quarters = one.spans
    faults = [f"{span[0]} is no pool" for span, b in shown.items() if not is_pool(b, has_five)]
    if year in shown:
        told = [quarter for quarter in quarters if quarter in shown]
        for several in (c for r in range(1, len(told) + 1) for c in combinations(told, r)):
            left = {
                peer: tuple(
                    shown[year].get(peer, (0, 0))[at]
                    - sum(shown[quarter].get(peer, (0, 0))[at] for quarter in several)
                    for at in (0, 1)
                )
                for peer in set(shown[year]).union(*(shown[quarter] for quarter in several))
            }
            more = {peer: part for peer, part in left.items() if part[::-1] > (0, 0)}
            less = {peer: (-k, -n) for peer, (k, n) in left.items() if (n, k) < (0, 0)}
            for rest in (more, less):
                whole = {peer: (abs(k), n) for peer, (k, n) in rest.items()}
                if whole and not is_pool(whole, has_five):
                    faults.append(f"the year less {[str(q[0]) for q in several]} is no pool")
    return faults


def has_five(n: int) -> bool:
    return n >= 5
