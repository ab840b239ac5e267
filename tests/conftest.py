"""What tests are given."""

import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

import pytest
from asking import Answer, GivenExport, ask_oracle
from given import Given, Table

from partnership import settings
from partnership.settings import Settings


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: who drives a browser, or waits for a process of its
    own, leaves a core to others for a quarter of the time."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session", autouse=True)
def no_settings_of_this_machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What somebody set in the data folder moves no test."""
    patch = pytest.MonkeyPatch()
    patch.setattr(settings, "SETTINGS_FILE", tmp_path_factory.mktemp("none") / "settings.toml")
    yield
    patch.undo()


@pytest.fixture(scope="session", autouse=True)
def packages_are_searched_once() -> None:
    """What is installed stays as it is while tests run: Streamlit's AppTest looks through all of it
    for components again in each session, which takes as long as drawing a screen."""
    if "streamlit" in sys.modules:
        from streamlit.components.v2 import manifest_scanner

        manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


@pytest.fixture
def given() -> Iterator[GivenExport]:
    """`given(offers=[dict(outcome="accepted")])`: an export with such an offer, and its marts.

    Values are canonical text (or days and numbers, which are spelled as text). What a row needs
    beside them is filled in, and so are the parents it names; tables nobody names did not come in,
    except searches, candidates and submissions. `as_of` and `settings` are those of a build.
    """
    made: list[Given] = []

    def export(
        *,
        as_of: date | datetime | None = None,
        settings: Settings | None = None,
        **tables: Table,
    ) -> Given:
        made.append(Given(tables, as_of=as_of, settings=settings))
        return made[-1]

    yield export
    for one in made:
        one.close()


@pytest.fixture(params=["oracle", "product"])
def answer(request: pytest.FixtureRequest) -> Answer:
    """`answer(export, metric)` of the oracle and of the product, so that a test states both.

    The one row of an ungrouped metric, or all rows where there is one per group or day.
    """

    def rows(export: Given, metric: str, by: str | None = None, **asked: Any) -> Any:
        ask = ask_oracle if request.param == "oracle" else Given.metric
        found = ask(export, metric, by, **asked)
        if by or metric == "time_to_fill_curve":
            return found
        return found[0] if found else defaultdict(int)  # of nothing, there may be no row at all

    return rows
