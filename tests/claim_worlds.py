"""Cases of claims as a test makes them, judged by the metric's own select; and worlds in which no
claim is true."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from partnership.published import current
from partnership.queries import QUERIES, metric_rows, opened, query
from partnership.readers import HR
from partnership.statistics.claims import with_verdicts

# The metric with the chain of cases left out: a table of that name stands in its place.
CHAINS = ", ".join(
    f"{name} as ({query('shared', name).body})" for name in ("claim_sides", "claim_scores")
)
SELECT = f"with {CHAINS}, {query('metrics', 'claims').body.removeprefix('with')}"


@contextmanager
def judge(as_of: str = "2026-09-30") -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty database with all that the metric needs beside the cases."""
    with closing(duckdb.connect(config={"threads": 1})) as connection:
        connection.execute((QUERIES / "macros.sql").read_text(encoding="utf-8"))
        connection.execute("create schema marts")
        connection.execute(f"create table marts.export as select date '{as_of}' as as_of_on")
        yield connection


def judged(
    connection: duckdb.DuckDBPyConnection, cases: pd.DataFrame, fewest: int | None = None
) -> pd.DataFrame:
    """The metric's rows for these cases, in the place of its chain."""
    connection.register("given", cases)
    days = "select * replace (judged_on::date as judged_on) from given"
    connection.execute(f"create or replace temp view claim_cases as {days}")
    rows = connection.execute(SELECT, {"fewest_for_evidence": fewest}).df()
    connection.unregister("given")
    return with_verdicts(rows).set_index("claim")


def cases_of(builds: Path) -> pd.DataFrame:
    """Every case of every claim in a build."""
    with closing(opened(HR.file_in(current(builds).path))) as connection:
        rows = metric_rows(connection, "claim_case", folder="rows")
        within = connection.cursor().execute("select search_id, department from marts.search").df()
    departments = rows["search_id"].map(within.set_index("search_id")["department"])
    return rows.assign(compared_within=rows["agency_id"].fillna(departments))


def shuffled(cases: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """The same cases; which of them are with is dealt again within each agency."""
    dealt = cases.groupby(["claim", "compared_within"])["is_with"].transform(
        lambda group: rng.permutation(group.to_numpy())
    )
    return cases.assign(is_with=dealt.astype(bool))


def shuffled_by_search(cases: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """The same cases; each search gets the with and without of another one of its agency, so that
    cases of a search keep going together."""
    ordered = cases.sort_values(["claim", "compared_within", "search_id"], ignore_index=True)
    is_with = ordered["is_with"].to_numpy()
    dealt = is_with.copy()
    for alike in ordered.groupby(["claim", "compared_within"]).indices.values():
        begins = np.unique(ordered["search_id"].to_numpy()[alike], return_index=True)[1][1:]
        searches = np.split(alike, begins)
        for own, other in zip(searches, rng.permutation(len(searches)), strict=True):
            dealt[own] = np.resize(is_with[searches[other]], len(own))
    return ordered.assign(is_with=dealt)


def of_moods(cases: pd.DataFrame, rng: np.random.Generator, spread: float) -> pd.DataFrame:
    """Who is with stays; outcomes are drawn anew from the moods of agencies, of their quarters and
    of searches, which know nothing of it. `spread` is that of each mood, in log odds."""
    quarter = pd.to_datetime(cases["judged_on"]).dt.to_period("Q").astype(str)
    mood = pd.Series(0.0, index=cases.index)
    for key in (
        cases["claim"] + cases["compared_within"],
        cases["claim"] + cases["compared_within"] + quarter,
        cases["claim"] + cases["search_id"],
    ):
        codes = pd.factorize(key)[0]
        mood += rng.normal(0, spread, codes.max() + 1)[codes]
    share = 1 / (1 + np.exp(-(mood - 0.5)))
    return cases.assign(is_hit=rng.random(len(cases)) < share)


def supported(rows: pd.DataFrame) -> int:
    """How many claims are called supported."""
    return int((rows["verdict"] == "supported").sum())
