"""The build that is shown, and its rows: opened once, read with a cursor per query, remembered per
(build, reader, query, filters)."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from partnership import builds, packs, queries, settings, tables
from partnership.errors import NoAccess, NoBuild
from partnership.filters import EVERYTHING, Filters
from partnership.readers import Reader
from partnership.ui.first_start import built_sample


@dataclass(frozen=True)
class Source:
    """One reader's file of one build. `may_type` is not for who only looks on."""

    build: str
    file: Path
    reader: Reader
    may_type: bool = field(default=True, kw_only=True)

    def rows(
        self,
        name: str,
        filters: Filters = EVERYTHING,
        *,
        by: str | None = None,
        folder: str = "metrics",
        **more: Any,
    ) -> pd.DataFrame:
        """Rows of queries/<folder>/<name>.sql, remembered; the caller may change its copy.

        Raises NoAccess where its header does not name this reader.
        """
        if not self.may_ask(name, folder=folder):
            raise NoAccess(f"{name} is not for {self.reader.kind}", "Ask HR for it.")
        return _remembered_rows(
            file=str(self.file),
            reader=self.reader,
            folder=folder,
            name=name,
            filters=filters,
            by=by,
            more=tuple(sorted((queries.of_display() | more).items())),
        )

    def may_ask(self, name: str, *, folder: str = "metrics") -> bool:
        """Whether queries/<folder>/<name>.sql is for this reader."""
        return self.reader.may_read(queries.query(folder, name).header.get("readers", ""))

    @property
    def facts(self) -> "Facts":
        """How fresh the build is and where it begins."""
        row = self.rows("build_facts", folder="screens").iloc[0]
        rules, is_received = _told_by(str(settings.BUILDS / self.build))
        return Facts(
            _day(row["as_of_on"]),
            _day(row["first_on"]),
            bool(row["is_synthetic"]),
            rules,
            is_agencys_own=row["owner"] == "agency",
            is_received=is_received,
        )

    @property
    def present_tables(self) -> frozenset[str]:
        """The tables that the exports held."""
        rows = self.rows("tables_present", folder="screens")
        return frozenset(rows.loc[rows["is_present"].astype(bool), "table_name"])


@dataclass(frozen=True)
class OneAgency(Source):
    """One agency's part of what HR sees, for the agency to look at: no other agency's rows and no
    other agency's name. Where a build holds the agency's own file, that file takes its place."""

    agency_id: str

    def rows(
        self,
        name: str,
        filters: Filters = EVERYTHING,
        *,
        by: str | None = None,
        folder: str = "metrics",
        **more: Any,
    ) -> pd.DataFrame:
        """Its rows alone, whatever the filters say."""
        own = replace(filters, agencies=(self.agency_id,))
        rows = super().rows(name, own, by=by, folder=folder, **more)
        return tables.of_one_agency(rows, self.agency_id)


@dataclass(frozen=True)
class Facts:
    """What every screen says about its build."""

    as_of: date
    first_day: date
    is_sample: bool
    rules: settings.Settings
    # Whether an agency runs this on its own files: its partners are then its clients.
    is_agencys_own: bool = False
    # Whether they came in a file that was packed for one agency.
    is_received: bool = False


def current_source(reader: Reader, *, may_type: bool = True) -> Source:
    """The published build as this reader may see it; the sample where nothing was ever built.

    Raises NoAccess where the build holds no file for the reader.
    """
    build = _current_or_sample()
    _let_go_of_removed()
    return Source(build.name, reader.file_in(build.path), reader, may_type=may_type)


def has_file(build: str, reader: Reader) -> bool:
    """Whether a build holds a file for this reader."""
    try:
        return reader.file_in(settings.BUILDS / build).is_file()
    except NoAccess:
        return False


def _current_or_sample() -> builds.Build:
    try:
        return builds.current(settings.BUILDS)
    except NoBuild:
        return built_sample()


# The files that are open, so that those of a build that was removed can be closed.
_open_files: set[str] = set()


def _let_go_of_removed() -> None:
    """Close the files of builds that are gone and forget their rows: they may name somebody who
    asked to be removed."""
    for file in [file for file in tuple(_open_files) if not Path(file).exists()]:
        _open_files.discard(file)
        _connection.clear(file)
        _remembered_rows.clear()


@st.cache_resource(
    max_entries=64, show_spinner=False, on_release=lambda connection: connection.close()
)
def _connection(file: str) -> queries.Connection:
    # The file's path holds the build's name and builds never change, so a new build is a new entry.
    _open_files.add(file)
    return queries.opened(Path(file))


# As a key, these are their text: Streamlit takes a value apart and hashes each part, and a screen
# asks for a hundred. By name, because it looks up the name of each argument that has none.
@st.cache_data(
    max_entries=5000,
    show_spinner=False,
    hash_funcs={Reader: repr, Filters: repr, tuple: repr},
)
def _remembered_rows(
    file: str,
    reader: Reader,
    folder: str,
    name: str,
    filters: Filters,
    by: str | None,
    more: tuple[tuple[str, Any], ...],
) -> pd.DataFrame:
    # The reader is part of the key, so that no reader is ever served another one's rows.
    return queries.metric_rows(_connection(file), name, filters, by=by, folder=folder, **dict(more))


@st.cache_data(max_entries=50, show_spinner=False)
def _told_by(build: str) -> tuple[settings.Settings, bool]:
    """The settings that the figures were made with, and whether they were packed for somebody."""
    opened = builds.Build(Path(build))
    rules = settings.built_with(opened.manifest.get("settings"))
    return rules, packs.packed_for(opened) is not None


def _day(value: Any) -> date:
    day: date = pd.Timestamp(value).date()
    return day
