"""The score of a side: points of its lines between agreed floor and target, drawn many times.

Nothing missing is guessed: it leaves the score, and says how far the score could lie from it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from partnership.statistics.drawn import (
    DRAWS,
    SEED,
    Numbers,
    in_short,
    points,
    rank_ranges,
    score,
)

# How much of a pillar's weight, and of a side's, must be measured for a number.
FEWEST_OF_PILLAR, FEWEST_OF_SIDE = 0.5, 0.7
# Fewer wholes than this can't be drawn again: they then say as much as so many cases.
FEWEST_PARTS = 5
# Among fewer groups than this a rank says nothing.
FEWEST_TO_RANK = 5
NO_RANK: Mapping[str, float | None] = {"rank_low": None, "rank_high": None}
TIMES = 1000
# At most so many numbers are held at once while wholes are drawn again.
AT_ONCE = 2_000_000
LIKELY = 0.95


@dataclass(frozen=True)
class Score:
    """A side's score; without `middle` too little of it is measured. `lowest` and `highest` are
    what it would be were everything not measured worth 0, or 100."""

    side: str
    middle: float | None
    low: float | None
    high: float | None
    at_face_value: float | None
    lowest: float
    highest: float
    covered: float
    lines: int
    measured: int
    weakest: str | None
    draws: Numbers | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class _Pillar:
    """The drawn points of a pillar's measured lines, their points at face value, and how many of
    its lines are not measured."""

    name: str
    drawings: Sequence[Numbers]
    plain: Sequence[float]
    missing: int

    @property
    def counts(self) -> bool:
        """Whether enough of it is measured."""
        return bool(self.plain) and self.measured_share >= FEWEST_OF_PILLAR

    @property
    def measured_share(self) -> float:
        """How much of it is measured."""
        return len(self.plain) / (len(self.plain) + self.missing)

    def with_missing_at(self, value: float) -> Numbers:
        """Its points, were every line that is not measured worth `value`; all of them where the
        pillar does not count."""
        known = list(self.drawings) if self.counts else []
        unknown = [np.full(DRAWS, value)] * (len(self.plain) + self.missing - len(known))
        return np.asarray(np.mean([*known, *unknown], axis=0))


def drawn_shares(
    k: int,
    n: int,
    rng: np.random.Generator,
    parts_k: Sequence[int] | None = None,
    parts_n: Sequence[int] | None = None,
    draws: int = DRAWS,
) -> Numbers:
    """What the share k of n may be: by Jeffreys' prior, or where its cases hang together in wholes
    (`parts`) by drawing those again."""
    if parts_k is None or parts_n is None:
        return rng.beta(k + 0.5, n - k + 0.5, draws)
    if len(parts_n) < FEWEST_PARTS:
        hits = k / n * len(parts_n)
        return rng.beta(hits + 0.5, len(parts_n) - hits + 0.5, draws)
    ks, ns = np.asarray(parts_k, float), np.asarray(parts_n, float)
    drawings = [ks[at].sum(axis=1) / ns[at].sum(axis=1) for at in _drawn_again(len(ns), rng)]
    return np.asarray(rng.choice(np.concatenate(drawings), draws))


def _drawn_again(count: int, rng: np.random.Generator) -> Iterator[np.ndarray]:
    """Which of `count` wholes each drawing holds, a block of drawings at a time."""
    block = max(1, min(TIMES, AT_ONCE // count))
    for done in range(0, TIMES, block):
        yield rng.integers(count, size=(min(block, TIMES - done), count))


def with_ranges(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of scorecard_lines with the likely range of lines whose cases hang together, and what
    the range says of floor and target where there are enough cases."""
    judged = rows.copy()
    for at in [at for at in rows.index if _listed(rows.at[at, "parts_n"]) is not None]:
        drawings = _shares_of(rows.loc[at], np.random.default_rng(SEED))
        tails = [(1 - LIKELY) / 2, (1 + LIKELY) / 2]
        judged.loc[at, ["low", "high"]] = np.quantile(drawings, tails)
    return with_verdicts(judged)


def with_verdicts(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with what the whole likely range says against floor and target: a verdict "few"
    stands."""
    said = [row.verdict if row.verdict == "few" else _verdict(row) for row in rows.itertuples()]
    return rows.assign(verdict=pd.Series(said, index=rows.index, dtype="object"))


def _verdict(row: Any) -> str | None:
    """What the whole likely range says; where the target lies below the floor, less is better."""
    low, high, floor, target = row.low, row.high, row.floor, row.target
    if pd.isna(low):
        return None
    if pd.isna(target):
        return "no target"
    is_up = target >= floor
    if (low >= target) if is_up else (high <= target):
        return "at target"
    if (high < floor) if is_up else (low > floor):
        return "past floor"
    return "could be chance"


def scored(rows: pd.DataFrame) -> pd.DataFrame:
    """A row for each group and side, from rows of scorecard's select, with its rank among the
    groups; all pillars weigh alike."""
    found = [
        (group, of_side) for group, lines in _by_group(rows) for of_side in scores(lines).values()
    ]
    ranks = _ranks(found)
    table = [
        {"group": group, **_as_row(of_side), **ranks.get((group, of_side.side), NO_RANK)}
        for group, of_side in found
    ]
    return pd.DataFrame(table, columns=["group", *_as_row(_NOTHING), *NO_RANK])


def _ranks(found: Sequence[tuple[Any, Score]]) -> dict[tuple[Any, str], dict[str, float | None]]:
    """Between which ranks each group's score of a side lies, where enough of them have one."""
    ranks: dict[tuple[Any, str], dict[str, float | None]] = {}
    # Every group is drawn by the same dice, so that it scores alike alone and among others; chance
    # in one has nothing to do with chance in another, though.
    dice = np.random.default_rng(SEED)
    for side in dict.fromkeys(of_side.side for _, of_side in found):
        draws = {
            group: dice.permutation(of_side.draws)
            for group, of_side in found
            if of_side.side == side and of_side.draws is not None
        }
        if len(draws) >= FEWEST_TO_RANK:
            for group, found_rank in rank_ranges(draws).items():
                ends = {"rank_low": found_rank.low, "rank_high": found_rank.high}
                ranks[group, side] = ends
    return ranks


def scores(
    lines: pd.DataFrame,
    weights: Mapping[str, float] | None = None,
    rng: np.random.Generator | None = None,
) -> dict[str, Score]:
    """The score of each side of one scorecard, by side.

    `lines` have side, pillar, line, k, n, floor, target, is_measured and perhaps parts_k and
    parts_n; those without a target are no part of it. `weights` are those of the pillars.
    """
    rng = rng or np.random.default_rng(SEED)
    return {
        str(side): _scored_side(str(side), of_side, weights, rng)
        for side, of_side in _agreed(lines).groupby("side", sort=False)
    }


def face_points(line: Any) -> float:
    """The points of a line by its share as it is."""
    return float(points(line.k / line.n, float(line.floor), float(line.target)))


def weight_shares(
    lines: pd.DataFrame, weights: Mapping[str, float] | None = None
) -> dict[str, float]:
    """What each agreed line weighs in its side's score, measured or not."""
    shares: dict[str, float] = {}
    for _, of_side in _agreed(lines).groupby("side", sort=False):
        pillars = {str(name): of_pillar for name, of_pillar in of_side.groupby("pillar")}
        whole = sum(_weight(name, weights) for name in pillars) or 1
        for name, of_pillar in pillars.items():
            each = _weight(name, weights) / whole / len(of_pillar)
            shares |= dict.fromkeys(of_pillar["line"], each)
    return shares


def _agreed(lines: pd.DataFrame) -> pd.DataFrame:
    """The lines that have a floor and a target to lie between."""
    floor, target = lines["floor"], lines["target"]
    return lines[target.notna() & floor.notna() & (target != floor)]


def _scored_side(
    side: str, lines: pd.DataFrame, weights: Mapping[str, float] | None, rng: np.random.Generator
) -> Score:
    pillars = [
        pillar
        for name, of_pillar in lines.groupby("pillar", sort=False)
        if (pillar := _pillar(str(name), of_pillar, rng)) and _weight(pillar.name, weights) > 0
    ]
    whole = sum(_weight(pillar.name, weights) for pillar in pillars)
    counting = [pillar for pillar in pillars if pillar.counts]
    covered = sum(_weight(p.name, weights) * p.measured_share for p in counting) / (whole or 1)
    lowest, highest = (
        _weighted({p.name: [p.with_missing_at(value)] for p in pillars}, weights)
        for value in (0.0, 100.0)
    )
    middle = low = high = plain = draws = None
    if counting and covered >= FEWEST_OF_SIDE - 1e-9:
        draws = _weighted({p.name: p.drawings for p in counting}, weights)
        short = in_short(draws)
        middle, low, high = short.middle, short.low, short.high
        faces = {p.name: [np.asarray(value) for value in p.plain] for p in counting}
        plain = float(_weighted(faces, weights))
    of_weight = lines[lines["pillar"].isin([pillar.name for pillar in pillars])]
    measured = _measured(of_weight)
    return Score(
        side, middle, low, high, plain,
        float(np.median(lowest)), float(np.median(highest)), covered,
        len(of_weight), int(measured.sum()), _weakest(of_weight[measured]), draws,
    )  # fmt: skip


def _pillar(name: str, lines: pd.DataFrame, rng: np.random.Generator) -> _Pillar:
    measured = lines[_measured(lines)]
    agreed = [(float(row.floor), float(row.target)) for row in measured.itertuples()]
    drawings = [
        points(_shares_of(row, rng), *ends)
        for (_, row), ends in zip(measured.iterrows(), agreed, strict=True)
    ]
    plain = [face_points(row) for row in measured.itertuples()]
    return _Pillar(name, drawings, plain, len(lines) - len(measured))


def _weakest(lines: pd.DataFrame) -> str | None:
    """The measured line with the fewest points; of equals the one furthest below its target."""
    if lines.empty:
        return None
    short = (lines["target"] - lines["k"] / lines["n"]) / (lines["target"] - lines["floor"])
    return str(lines.loc[short.astype(float).idxmax(), "line"])


def _weighted(
    pillars: Mapping[str, Sequence[Numbers]], weights: Mapping[str, float] | None
) -> Numbers:
    if not pillars:
        return np.asarray(float("nan"))
    return score(pillars, {name: _weight(name, weights) for name in pillars})


def _weight(pillar: str, weights: Mapping[str, float] | None) -> float:
    return 1.0 if weights is None else weights.get(pillar, 1.0)


def _measured(lines: pd.DataFrame) -> pd.Series:
    return lines["is_measured"].fillna(False).astype(bool)


def _shares_of(row: pd.Series, rng: np.random.Generator) -> Numbers:
    parts_k, parts_n = (_listed(row.get(name)) for name in ("parts_k", "parts_n"))
    return drawn_shares(int(row["k"]), int(row["n"]), rng, parts_k, parts_n)


def _listed(value: object) -> Sequence[int] | None:
    return list(value) if isinstance(value, list | tuple | np.ndarray) and len(value) else None


def _by_group(rows: pd.DataFrame) -> Iterator[tuple[object, pd.DataFrame]]:
    for group, lines in rows.groupby("group", sort=False, dropna=False):
        yield (None if pd.isna(group) else group), lines


def _as_row(of_side: Score) -> dict[str, object]:
    return {
        "side": of_side.side,
        "score": of_side.middle,
        "score_low": of_side.low,
        "score_high": of_side.high,
        "at_face_value": of_side.at_face_value,
        "lowest": of_side.lowest,
        "highest": of_side.highest,
        "covered": of_side.covered,
        "lines": of_side.lines,
        "measured": of_side.measured,
        "weakest": of_side.weakest,
    }


_NOTHING = Score("", None, None, None, None, 0, 0, 0, 0, 0, None)
