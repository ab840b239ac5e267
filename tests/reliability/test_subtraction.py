"""What an agency is told of the others: nothing of a single one can be worked out from it."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from random import Random
from typing import Any

import duckdb
import pandas as pd
import subtraction
from mart_rows import with_macros
from subtraction import BANDS, READER, Basis, Cell, Import, Span, is_pool

from partnership.marts import PUBLISHED_PEER, create

Times = Callable[[int, int], int]
Figure = Callable[..., None]
STEPS = ("change", "basis", "cell", "hiding")
TABLES = (*(f"steps.peer_{name}" for name in STEPS), "marts.peer_part", "marts.peer_figure")
Key = tuple[str, Span]


@contextmanager
def selects() -> Iterator[duckdb.DuckDBPyConnection]:
    """The selects of a build that decide what agencies are told, without anything before them."""
    with closing(with_macros()) as connection:
        for schema in ("staging", "steps", "marts"):
            connection.execute(f"create schema {schema}")
        agencies = READER + subtraction.OTHERS
        connection.execute("create table marts.agency as select unnest($a) as agency_id",
                           {"a": list(agencies)})  # fmt: skip
        connection.execute(
            "create table steps.peer_count (line varchar, since_on date, until_on date, "
            "agency_id varchar, k bigint, n bigint, has_enough boolean)"
        )
        yield connection


def told(
    connection: duckdb.DuckDBPyConnection, sets: dict[str, Import], before: pd.DataFrame | None
) -> pd.DataFrame:
    """marts.peer_part of these data sets, each of which stands for a line of the scorecard."""
    quarters = next(iter(sets.values())).quarters
    as_of = next(until for (since, until) in next(iter(sets.values())).spans
                 if since == quarters[-1])  # fmt: skip
    connection.execute("create or replace table marts.export as select $day::date - 1 as as_of_on",
                       {"day": as_of})  # fmt: skip
    connection.execute(f"create or replace table staging.published_peer ({PUBLISHED_PEER})")
    if before is not None:
        connection.register("told_before", before)
        connection.execute("insert into staging.published_peer by name from told_before")
    counted = pd.DataFrame(
        [
            (line, *span, agency, *one.counted(agency, quarters))
            for line, one in sets.items()
            for span, quarters in one.spans.items()
            for agency in {agency for agency, _ in one.cases}
        ],
        columns=["line", "since_on", "until_on", "agency_id", "k", "n"],
    )
    connection.register("counts", counted)
    connection.execute("delete from steps.peer_count")
    connection.execute(
        "insert into steps.peer_count from (select *, n >= 5 from counts where n > 0)"
    )
    for name in TABLES:
        create(connection, name)
    return connection.execute("from marts.peer_part").df()


def shown_of(
    parts: pd.DataFrame, connection: duckdb.DuckDBPyConnection
) -> dict[str, dict[Span, tuple[Basis, float]]]:
    """Per data set what the reader is told: the rate, and the cases of each other agency in it."""
    figures = connection.execute(f"from marts.peer_figure where agency_id = '{READER}'").df()
    rates = {_key(row): row for row in figures.to_dict("records")}
    own = parts[(parts["agency_id"] == READER) & parts["is_shown"] & parts["has_enough"]]
    found: dict[str, dict[Span, tuple[Basis, float]]] = {}
    for row in own.to_dict("records"):
        line, span = _key(row)
        basis, _ = found.setdefault(line, {}).setdefault(
            span, ({}, rates[line, span]["others_rate"])
        )
        basis[row["peer_id"]] = (row["k"], row["n"])
    assert {(line, span) for line, spans in found.items() for span in spans} == set(rates)
    for (line, span), row in rates.items():
        basis, rate = found[line][span]
        k, n = (sum(part[at] for part in basis.values()) for at in (0, 1))
        assert rate == round(rate, 2) and abs(rate - k / n) <= 0.005 + 1e-9
        band = next(band for band in BANDS if n <= band[1])
        assert (row["others_from"], row["others_to"]) == band
    return found


def _key(row: dict[str, Any]) -> Key:
    return row["line"], (row["since_on"].date(), row["until_on"].date())


def test_no_agency_is_recovered_and_no_rule_broken(times: Times, figure: Figure) -> None:
    """Subtraction of all cells, totals and two updates, as one linear programme each."""
    worlds = {f"set {seed}": subtraction.world(Random(seed)) for seed in range(times(40, 2000))}
    totals = dict.fromkeys(("cells", "tried", "guessed", "frozen", "naive_recovered"), 0)
    recovered: list[str] = []
    broken: list[str] = []
    for moves in (True, False):
        sets = {n: w for n, w in worlds.items() if (w[0].quarters != w[1].quarters) == moves}
        with selects() as connection:
            first = told(connection, {name: pair[0] for name, pair in sets.items()}, None)
            before = shown_of(first, connection)
            second = told(connection, {name: pair[1] for name, pair in sets.items()}, first)
            after = shown_of(second, connection)
        for name, pair in sets.items():
            cells = []
            for update, shown in ((0, before.get(name, {})), (1, after.get(name, {}))):
                bases = {span: basis for span, (basis, _) in shown.items()}
                faults = subtraction.broken(bases, pair[update])
                broken += [f"{name}, update {update + 1}: {fault}" for fault in faults]
                for span, (basis, rate) in shown.items():
                    kept = update and before.get(name, {}).get(span, ({}, 0))[0] == basis
                    totals["frozen"] += bool(kept and basis != current(pair[1], span, basis))
                    cells.append(Cell(update, span, tuple(basis), rate, 0 if kept else update))
                    if update and not kept and span in before.get(name, {}):
                        broken += small_change(name, span, pair)
            found = subtraction.attacked(pair, cells)
            totals["cells"] += len(cells)
            totals["tried"] += found.tried
            totals["guessed"] += found.guessed
            recovered += [f"{name}: {one}" for one in found.recovered]
            if int(name.split()[1]) % 2 == 0:
                without = [cell for at in (0, 1) for cell in subtraction.naive(at, pair[at])]
                totals["naive_recovered"] += bool(subtraction.attacked(pair, without).recovered)
    figure("others cannot be told apart", data_sets=len(worlds), recovered=len(recovered),
           cells_against_the_rules=len(broken), **totals)  # fmt: skip
    assert broken == []
    assert recovered == []
    # The test bites: it had something to attack, and finds what a plain threshold gives away.
    assert totals["cells"] >= 3 * len(worlds) and totals["tried"] >= 20 * len(worlds)
    assert totals["frozen"] >= len(worlds) / 10
    assert totals["naive_recovered"] >= len(worlds) / 40


def current(one: Import, span: Span, basis: Basis) -> Basis:
    """The cases that the same agencies have now."""
    return {peer: one.counted(peer, one.spans[span]) for peer in basis}


def small_change(name: str, span: Span, pair: tuple[Import, Import]) -> list[str]:
    """The complaint that a cell was told anew although what changed is not itself of several."""
    changed = {}
    for peer in subtraction.OTHERS:
        old, new = (one.counted(peer, one.spans[span]) for one in pair)
        rows = max(abs(new[0] - old[0]), abs(new[1] - old[1]))
        if rows:
            changed[peer] = (0, rows)
    if not changed or (is_pool(changed, subtraction.has_five)):
        return []
    return [f"{name}: {span[0]} was told anew after {changed}"]
