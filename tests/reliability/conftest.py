"""How long to run, and where the figures go: a sample in every test run, everything on request."""

import json
import os
import platform
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

IS_FULL = os.environ.get("RELIABILITY") == "full"
FIGURES = Path(__file__).parents[2] / "docs" / "reliability.json"


@pytest.fixture
def times() -> Callable[[int, int], int]:
    """`times(6, 60)`: 6 in every test run, 60 by `make reliability`."""
    return lambda sampled, full: full if IS_FULL else sampled


@pytest.fixture
def figure() -> Iterator[Callable[..., None]]:
    """`figure("kills", tried=60, torn=0)` is written to docs/reliability.json by a full run."""
    measured: dict[str, dict[str, object]] = {}

    def note(name: str, **counts: object) -> None:
        measured[name] = counts

    yield note
    if IS_FULL:
        known = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.is_file() else {}
        on = {"on": datetime.now(UTC).date().isoformat(), "python": platform.python_version()}
        known |= {name: counts | on for name, counts in measured.items()}
        FIGURES.parent.mkdir(exist_ok=True)
        FIGURES.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")
