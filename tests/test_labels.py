"""The words on screens: plain ones, and a definition for every metric there is."""

import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from typing import Any

from partnership import labels, queries
from partnership.labels import columns, metrics

BANNED = re.compile(
    r"aalen|kaplan|rmst|censor|cohort|wilson|posterior|shrink|jeffreys|stratum|\bmarts?\b"
    r"|quarantine|\bnull\b|\bnan\b",
    re.IGNORECASE,
)


def texts_in(value: Any) -> Iterator[str]:
    """Every text inside a value of a labels module."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from texts_in(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts_in(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


def all_texts() -> Iterator[tuple[str, str]]:
    """Every text of every labels module, with the module's name."""
    for module in pkgutil.iter_modules(labels.__path__):
        loaded = import_module(f"partnership.labels.{module.name}")
        for name, value in vars(loaded).items():
            if name.isupper():
                yield from ((module.name, text) for text in texts_in(value))


def test_no_text_needs_a_statistician() -> None:
    assert [(module, text) for module, text in all_texts() if BANNED.search(text)] == []


def test_every_metric_is_explained_in_words() -> None:
    assert [
        name for name in queries.query_names("metrics") if name not in metrics.DEFINITIONS
    ] == []
    for name, definition in metrics.DEFINITIONS.items():
        assert definition.rule and definition.counted, name


def test_headings_are_words_and_no_code() -> None:
    assert [text for text in columns.HEADINGS.values() if "_" in text or not text] == []
