"""What a review is made from: the agency's own file of a build, and what it says of itself."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from partnership import packs, queries
from partnership.errors import NoReview
from partnership.labels import review as words
from partnership.periods import Quarter, complete_quarters, quarter_named
from partnership.published import RECEIPT, Build
from partnership.readers import HR, Reader, agency_file_stem
from partnership.settings import Settings, built_with, current


@dataclass(frozen=True)
class About:
    """The build that a review is made from, by the name that HR's figures have."""

    build: str
    company: str
    agencies: dict[str, str]
    as_of: date
    first_day: date
    is_sample: bool
    set_aside: int | None
    rules: Settings

    @property
    def quarters(self) -> list[Quarter]:
        """The complete quarters a review can be about, the newest first."""
        first_month = current().fiscal_year_start
        return complete_quarters(self.first_day, self.as_of, 12, first_month)[::-1]


def file_for(build: Build, agency_id: str) -> Path:
    """The agency's own file, which both editions read, so that they agree and hold no one else;
    HR's where an older build has none, narrowed to the agency."""
    own = build.path / "agencies" / f"{agency_file_stem(agency_id)}.duckdb"
    return own if own.is_file() else Reader().file_in(build.path)


@contextmanager
def reading(build: Build, agency_id: str) -> Iterator[queries.Connection]:
    """The file that a review of this agency reads, open."""
    with closing(queries.opened(file_for(build, agency_id))) as connection:
        yield connection


def about(build: Build, agency_id: str | None = None) -> About:
    """What the build says of itself, to HR or to one agency. Raises NoReview in an agency's own
    figures, whose partners are clients."""
    file = HR.file_in(build.path) if agency_id is None else file_for(build, agency_id)
    with closing(queries.opened(file)) as connection:
        facts = queries.metric_rows(connection, "build_facts", folder="screens").iloc[0]
        choices = queries.metric_rows(connection, "filter_choices", folder="screens")
    if facts["owner"] == "agency":
        raise NoReview(words.NOT_OF_OWN_FILES, words.NOT_OF_OWN_FILES_HINT)
    names = {
        kind: dict(zip(rows["value"], rows["label"], strict=True))
        for kind, rows in choices.groupby("kind")
    }
    agencies: dict[str, str] = names.get("agency", {})
    return About(
        build=packs.name_where_made(build),
        company=", ".join(names.get("client", {}).values()) or words.THE_COMPANY,
        agencies={k: v for k, v in agencies.items() if agency_id in (None, k)},
        as_of=pd.Timestamp(facts["as_of_on"]).date(),
        first_day=pd.Timestamp(facts["first_on"]).date(),
        is_sample=bool(facts["is_synthetic"]),
        set_aside=_set_aside(build),
        rules=built_with(build.manifest.get("settings")),
    )


def _set_aside(build: Build) -> int | None:
    """How many rows of the files did not fit; None where the import report stayed with HR."""
    if not (build.path / RECEIPT).is_file():
        return None
    return int(build.receipt["rows"]["set_aside"])


def quarter_of(about: About, name: str | None) -> Quarter:
    """The quarter of this name (2026Q3), the latest complete one without. Raises NoReview where
    these figures hold none such."""
    if not about.quarters:
        raise NoReview(words.NO_QUARTER, words.NO_QUARTER_HINT)
    if name is None:
        return about.quarters[0]
    found = quarter_named(name, about.quarters)
    if found is None:
        known = ", ".join(
            quarter.label.split(" (")[0].replace(" ", "") for quarter in about.quarters
        )
        raise NoReview(
            words.NO_SUCH_QUARTER.format(name=name), words.QUARTERS_ARE.format(known=known)
        )
    return found
