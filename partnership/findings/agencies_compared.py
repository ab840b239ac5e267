"""Agencies beside each other in one line of the scorecard: for people who know the methods."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from partnership import figures
from partnership.labels import both_sides as words
from partnership.statistics import league, limits

Counts = dict[str, tuple[int, int]]
# The limits are drawn at so many numbers of cases.
STEPS = 60
INNER, OUTER = 0.95, 0.998


@dataclass(frozen=True)
class Compared:
    """A dot for each agency, the limits around all of them together, and the table."""

    dots: pd.DataFrame
    limits: pd.DataFrame
    pooled: float
    league: pd.DataFrame

    @property
    def pooled_in_words(self) -> str:
        """What stands on the line of all together."""
        return words.POOLED.format(share=figures.percent(self.pooled))


def compared(rows: pd.DataFrame, line: str) -> Compared | None:
    """The agencies' rows of scorecard_lines compared in one line; None where there are too few."""
    counts = _counts(rows, line)
    standings = league.league(counts, is_upward=line not in words.LESS_IS_BETTER)
    if not standings:
        return None
    pooled = sum(k for k, _ in counts.values()) / sum(n for _, n in counts.values())
    names = dict(zip(rows["group"], rows["label"], strict=True))
    return Compared(
        _dots(counts, pooled, names), _limits(counts, pooled), pooled, _table(rows, line, standings)
    )


def _counts(rows: pd.DataFrame, line: str) -> Counts:
    own = rows[(rows["line"] == line) & (rows["n"] > 0)]
    return {row.group: (int(row.k), int(row.n)) for row in own.itertuples()}


def _dots(counts: Counts, pooled: float, names: dict[str, str]) -> pd.DataFrame:
    dots = [
        {
            "agency_id": agency,
            "label": names[agency],
            "k": k,
            "n": n,
            "rate": k / n,
            "raw_rate": k / n,
            "is_outside": figures.is_enough(n)
            and not _within(k / n, limits.funnel_limits(n, pooled, INNER)),
        }
        for agency, (k, n) in counts.items()
    ]
    return pd.DataFrame(dots)


def _within(rate: float, ends: tuple[float, float]) -> bool:
    low, high = ends
    return low <= rate <= high


def _limits(counts: Counts, pooled: float) -> pd.DataFrame:
    most = max(n for _, n in counts.values())
    steps = sorted({int(n) for n in np.geomspace(1, 1.05 * most + 1, STEPS)})
    inner = [limits.funnel_limits(n, pooled, INNER) for n in steps]
    outer = [limits.funnel_limits(n, pooled, OUTER) for n in steps]
    return pd.DataFrame(
        {
            "n": steps,
            "low_95": [low for low, _ in inner],
            "high_95": [high for _, high in inner],
            "low_998": [low for low, _ in outer],
            "high_998": [high for _, high in outer],
        }
    )


def _table(rows: pd.DataFrame, line: str, standings: list[league.Standing]) -> pd.DataFrame:
    suspected = _suspicions(rows)
    return pd.DataFrame(
        [
            {
                "agency_id": row.agency,
                "drawn_rate": row.mean,
                "drawn_low": row.low,
                "drawn_high": row.high,
                "rank_interval": _between(row.rank_low, row.rank_high),
                "raw_rate": row.k / row.n,
                "k": row.k,
                "n": row.n,
                "p_value": f"{suspected[line, row.agency][0]:.3f}",
                "suspicion": words.SUSPICIONS[suspected[line, row.agency][1]],
            }
            for row in standings
        ]
    )


def _suspicions(rows: pd.DataFrame) -> dict[tuple[str, str], tuple[float, str]]:
    """Every line's every agency with its p-value, and what is left of it in the whole family."""
    p_values = {
        (line, agency): p
        for line in dict.fromkeys(rows["line"])
        for agency, p in league.pooled_p_values(_counts(rows, line)).items()
    }
    found = league.flags(list(p_values.values()))
    return {key: (p, flag) for (key, p), flag in zip(p_values.items(), found, strict=True)}


def scores(rows: pd.DataFrame) -> pd.DataFrame:
    """Each agency's own score and HR's towards it, the highest first, from rows of scorecard."""
    agencies: dict[str, dict[str, object]] = {}
    for row in rows[rows["side"].isin(["hr", "agency"])].to_dict("records"):
        if not figures.is_missing(row["score"]):
            agencies.setdefault(row["group"], {"agency_id": row["group"]}).update(_of_side(row))
    table = pd.DataFrame(agencies.values(), columns=words.SCORES_COLUMNS)
    return table.sort_values("agency_score", ascending=False, ignore_index=True)


def _of_side(row: dict[str, Any]) -> dict[str, object]:
    score_range = (row["score_low"], row["score_high"])
    return {
        f"{row['side']}_score": round(row["score"]),
        f"{row['side']}_range": _between(*score_range),
        f"{row['side']}_ranks": _between(row["rank_low"], row["rank_high"]),
    }


def _between(low: float, high: float) -> str:
    if figures.is_missing(low):
        return figures.DASH
    return words.RANKS.format(low=figures.number(low), high=figures.number(high))
