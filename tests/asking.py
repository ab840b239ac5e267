"""A metric asked of the oracle with the words in which it is asked of the product."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any

import oracle
from given import Given

# The types of what tests are given: an export, and both answers to a question about one.
GivenExport = Callable[..., Given]
Answer = Callable[..., Any]
Tables = Mapping[str, Sequence[Mapping[str, str]]]
NEEDED = {"submissions": "received_at", "meetings": "starts_at"}


def ask_oracle(
    given: Given,
    metric: str,
    by: str | None = None,
    *,
    period_start: date | None = None,
    period_end: date | None = None,
    agencies: Collection[str] | None = None,
    clock: str = "calendar",
) -> list[dict[str, Any]]:
    """The oracle's rows for the export that `given` holds, as of the same day."""
    return oracle.answers(
        oracle_export(given),
        metric,
        by=by,
        start=period_start,
        end=period_end,
        agencies=frozenset(agencies) if agencies is not None else None,
        clock=clock,
    )


def oracle_export(given: Given) -> oracle.Export:
    """The rows that `given` holds; those without the one date they must have never came in."""
    tables = {
        name: [row for row in rows if name not in NEEDED or row[NEEDED[name]]]
        for name, rows in given.tables.items()
    }
    zone = given.settings.default_time_zone
    as_of = oracle.end_of_day(given.as_of, zone) if given.as_of else None
    return oracle.Export(tables, as_of, zone)
