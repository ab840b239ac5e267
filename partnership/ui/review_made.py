"""The review that a screen shows: chosen, composed from the figures, remembered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st

from partnership import settings
from partnership.entries import Entry
from partnership.periods import Quarter, group_of
from partnership.published import Build
from partnership.review import composed, saved
from partnership.review.kept import Kept
from partnership.review.model import Edition, Review, Tone
from partnership.review.shelf import Rows, Shelf, Side
from partnership.review.source import About, about
from partnership.ui import typed
from partnership.ui.screen import Screen
from partnership.ui.source import Source


@dataclass(frozen=True)
class TypedShelf:
    """The records as the reader of a screen may see and type them."""

    source: Source

    @property
    def side(self) -> Side:
        """Whose it is."""
        return "hr" if self.source.reader.is_hr else "agency"

    def kept(self, table: str) -> list[Entry]:
        """What is kept of a table, the oldest first."""
        return typed.kept(self.source, table)

    def since(self, table: str) -> list[Entry]:
        """Those of them that the figures do not count yet."""
        return typed.since(self.source, table)

    def enter(self, rows: Rows, *, by: str) -> None:
        """Save rows of several tables, all or none."""
        typed.enter(self.source, rows, by=by)

    def remove(self, table: str, key: Mapping[str, str], *, by: str) -> None:
        """Take back the entry of this key."""
        typed.remove(self.source, table, key, by=by)


@dataclass(frozen=True)
class Chosen:
    """Which review the reader chose."""

    build: Build
    facts: About
    agency_id: str
    quarter: Quarter
    edition: Edition
    tone: Tone
    shelf: Shelf

    @property
    def agency(self) -> str:
        """The agency's name."""
        return self.facts.agencies[self.agency_id]

    @property
    def key(self) -> str:
        """What tells this review from others on this screen."""
        return f"{self.agency_id} {group_of(self.quarter)} {self.edition}"

    @property
    def about(self) -> tuple[str, str, Edition]:
        """Agency, quarter and edition, as the records name them."""
        return self.agency_id, group_of(self.quarter), self.edition

    def about_text(self, **more: str) -> dict[str, str]:
        """The key under which a text of it is kept; `more` names slide and part."""
        return dict(zip(("agency_id", "quarter", "edition"), self.about, strict=True)) | more


@dataclass(frozen=True)
class Made:
    """The composed review, what people kept for it, and both together."""

    plain: Review
    kept: Kept
    review: Review

    def with_slides(self, keys: Sequence[str]) -> Review:
        """The review with the slides of these keys alone."""
        slides = tuple(slide for slide in self.review.slides if slide.key in keys)
        return replace(self.review, slides=slides)


def facts_for(screen: Screen) -> About:
    """What the figures say of themselves to this reader."""
    return _facts(str(_build(screen).path), screen.source.reader.agency_id)


def chosen(
    screen: Screen, facts: About, agency_id: str, quarter: Quarter, edition: Edition, tone: Tone
) -> Chosen:
    """This review, with where its texts are kept."""
    shelf = TypedShelf(screen.source)
    return Chosen(_build(screen), facts, agency_id, quarter, edition, tone, shelf)


def made(choice: Chosen) -> Made:
    """The review as known now, with all of its appendix."""
    kept = saved.kept_for(
        choice.shelf, choice.facts, choice.agency_id, choice.quarter, choice.edition
    )
    plain = _composed(
        str(choice.build.path), choice.agency_id, choice.quarter, choice.edition, choice.tone,
        repr(kept), settings.current(), kept,
    )  # fmt: skip
    return Made(plain, kept, composed.written(plain, kept))


@st.cache_data(max_entries=100, show_spinner=False)
def _facts(build: str, agency_id: str | None) -> About:
    return about(Build(Path(build)), agency_id)


@st.cache_data(max_entries=100, show_spinner=False)
def _composed(
    build: str,
    agency_id: str,
    quarter: Quarter,
    edition: Edition,
    tone: Tone,
    said: str,
    rules: settings.Settings,
    _kept: Kept,
) -> Review:
    # `said` stands for what was kept, which holds mappings that make no key; `rules` are those of
    # now, which decide how few cases are too few.
    return composed.composed(Build(Path(build)), agency_id, quarter, edition, tone, _kept)


def _build(screen: Screen) -> Build:
    return Build(settings.BUILDS / screen.source.build)
