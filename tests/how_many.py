"""How many of many cases a test tries: some in every run, all of them by `make reliability`."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TypeVar

Case = TypeVar("Case")
IS_FULL = os.environ.get("RELIABILITY") == "full"


def seeds(sampled: int, full: int) -> range:
    """`seeds(8, 25)`: the first 8 in every test run, 25 by `make reliability`."""
    return range(full if IS_FULL else sampled)


def todays(cases: Sequence[Case], of: int) -> list[Case]:
    """Every `of`-th case, other ones on other days; all of them by `make reliability`."""
    day = datetime.now(UTC).toordinal()
    return list(cases if IS_FULL else cases[day % of :: of])
