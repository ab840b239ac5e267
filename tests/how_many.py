"""How many random cases a test tries: some in every run, all of them by `make reliability`."""

import os

IS_FULL = os.environ.get("RELIABILITY") == "full"


def seeds(sampled: int, full: int) -> range:
    """`seeds(8, 25)`: the first 8 in every test run, 25 by `make reliability`."""
    return range(full if IS_FULL else sampled)
