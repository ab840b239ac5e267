"""What the Data screen says of settings: their values in words, differences, the log."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from typing import Any

import pandas as pd

from partnership import figures
from partnership.labels import settings as words
from partnership.settings import NOT_IN_THE_FIGURES, Change, Settings

KINDS = {field.name: type(field.default) for field in fields(Settings)}


def in_words(name: str, value: Any) -> str:
    """A setting's value as people say it: April; their role; none."""
    text = str(value)
    if not text or value == ():
        return words.EMPTY
    if name == "fiscal_year_start" and text.isdigit() and 1 <= int(text) <= 12:
        return words.MONTH_NAMES[int(text) - 1]
    if name == "rates" and not isinstance(value, str):
        return "; ".join(f"1 {each.currency} = {each.rate:g}, {each.on}" for each in value)
    return words.WORDS.get(name, {}).get(text, text)


def explained(name: str) -> str:
    """What a setting does, in one sentence, and its default."""
    default = in_words(name, getattr(Settings(), name))
    return words.DEFAULT.format(does=words.DOES[name], default=default)


def outcome(changes: Iterable[Change]) -> str:
    """What was changed, and when it counts."""
    changed = list(changes)
    said = " ".join(
        words.CHANGED.format(
            setting=words.NAMES[each.setting],
            old=in_words(each.setting, each.old),
            new=in_words(each.setting, each.new),
        )
        for each in changed
    )
    if any(each.setting not in NOT_IN_THE_FIGURES for each in changed):
        return words.LATER.format(changes=said)
    return said or words.NOTHING_CHANGED


def difference(built: Settings, now: Settings) -> str:
    """How the settings of the figures differ from those of now; empty where they don't."""
    differences = [
        words.DIFFERENCE.format(
            setting=words.NAMES[name],
            built=in_words(name, getattr(built, name)),
            now=in_words(name, getattr(now, name)),
        )
        for name in KINDS
        if name not in NOT_IN_THE_FIGURES and getattr(built, name) != getattr(now, name)
    ]
    return words.DIFFER.format(differences="; ".join(differences)) if differences else ""


def log_line(change: Change) -> str:
    """12 Mar 2026 · Reply days 2 → 3 · by Ann."""
    return words.LOG_LINE.format(
        day=figures.day(datetime.fromisoformat(change.at)),
        setting=words.NAMES.get(change.setting, change.setting),
        old=in_words(change.setting, change.old),
        new=in_words(change.setting, change.new),
        by=change.by or words.NOBODY,
    )


def table(now: Settings) -> pd.DataFrame:
    """Every setting with its value and default, to print."""
    rows = [
        {
            "setting": words.NAMES[name],
            "value": in_words(name, getattr(now, name)),
            "default": in_words(name, getattr(Settings(), name)),
            "does": does,
        }
        for name, does in words.DOES.items()
    ]
    return pd.DataFrame(rows)
