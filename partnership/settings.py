"""Rules that a user may change, from data/settings.toml; without the file, the defaults below."""

import os
import re
import tomllib
from dataclasses import asdict, dataclass, fields
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from partnership.errors import WrongSetting

# Everything a user puts in or gets out lives in this one folder, wherever the code is.
DATA = Path(os.environ.get("PARTNERSHIP_DATA") or Path(__file__).parent.parent / "data")
SETTINGS_FILE = DATA / "settings.toml"
# Who may read what, where people sign in (docs/deployment.md).
ACCESS_FILE = Path(os.environ.get("PARTNERSHIP_ACCESS") or DATA / "access.toml")
# Sign-ins that were ended, where people sign in.
SIGNED_OUT = DATA / "signed_out"
BUILDS = DATA / "builds"
RECORDS = DATA / "records"
EXPORTS = DATA / "exports"
SAMPLE = Path(__file__).parent.parent / "data" / "sample"

CHOICES = {
    "owner": ("company", "agency"),
    "people_shown": ("role", "department", "name"),
    "ownership_basis": ("first_submission", "consent_first", "explicit"),
    "ownership_scope": ("search", "company"),
    "ownership_resets": ("no", "yes"),
    "self_application": ("yes", "no"),
}
# Smallest and largest value that makes sense, both included.
RANGES = {
    "fiscal_year_start": (1, 12),
    "reply_days": (1, 60),
    "cutoff_hour": (1, 24),
    "ownership_days": (1, 3650),
    "guarantee_days": (0, 3650),
    "meeting_interval_days": (1, 366),
    "fewest_for_a_share": (1, 100),
    "fewest_without_cases": (1, 100),
    "fewest_for_evidence": (1, 100),
    "fewest_for_a_median": (1, 100),
    "set_aside_days": (1, 3650),
    "retention_months": (1, 240),
}
MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
# These decide how figures are shown, what making them takes, or with which rule they are asked: the
# build is the same whatever they are.
NOT_IN_THE_FIGURES = frozenset(
    "memory_limit set_aside_days fiscal_year_start fewest_for_a_share fewest_without_cases "
    "fewest_for_evidence fewest_for_a_median usual_from reporting_currency rates "
    "ownership_basis ownership_scope ownership_resets self_application".split()
)


@dataclass(frozen=True)
class Rate:
    """One unit of `currency` was worth `rate` units of the reporting currency on that day."""

    currency: str
    rate: float
    on: date


@dataclass(frozen=True)
class Settings:
    """What the files can't say about themselves; data/README.md says what each one does."""

    owner: str = "company"
    agency_name: str = ""
    default_time_zone: str = "UTC"
    reply_days: int = 2
    cutoff_hour: int = 17
    ownership_days: int = 180
    guarantee_days: int = 90
    meeting_interval_days: int = 14
    people_shown: str = "role"
    ownership_basis: str = "first_submission"
    ownership_scope: str = "search"
    ownership_resets: str = "no"
    self_application: str = "yes"
    fiscal_year_start: int = 1
    fewest_for_a_share: int = 5
    fewest_without_cases: int = 10
    fewest_for_evidence: int = 10
    fewest_for_a_median: int = 10
    usual_from: str = ""
    reporting_currency: str = ""
    rates: tuple[Rate, ...] = ()
    memory_limit: str = ""
    set_aside_days: int = 30
    retention_months: int = 24


@dataclass(frozen=True)
class Change:
    """One line of the log: what a setting was, what it is, who changed it and when."""

    setting: str
    old: str
    new: str
    by: str
    at: str


def current() -> Settings:
    """The settings as they are now: the file is read again only after it was changed.

    Raises WrongSetting where the file holds something that is none.
    """
    try:
        found = SETTINGS_FILE.stat()
    except OSError:
        return Settings()
    return _read_once(SETTINGS_FILE, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=4)
def _read_once(file: Path, changed: int, size: int) -> Settings:
    return settings_from(file)


def settings_from(file: Path | None = None) -> Settings:
    """The settings of a TOML file; those it does not name keep their default.

    Raises WrongSetting with the file, the key and what is expected.
    """
    file = file or SETTINGS_FILE
    if not file.is_file():
        return Settings()
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise WrongSetting(f"{file.name}: {error}", "Save it as UTF-8 text.") from error
    return settings_of(text, file.name)


def settings_of(text: str, file: str) -> Settings:
    """The settings that a TOML text names; `file` is what errors call it."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WrongSetting(f"{file}: {error}", "Write each line as `name = value`.") from error
    for key, value in given.items():
        _refuse_wrong(file, key, value)
    if "rates" in given:
        given["rates"] = tuple(_rate(file, line) for line in given["rates"])
    return Settings(**given)


def in_the_figures(settings: Settings) -> dict[str, Any]:
    """Those settings that decide what the figures are: another value asks for another build."""
    return {key: value for key, value in asdict(settings).items() if key not in NOT_IN_THE_FIGURES}


def built_with(recorded: Any) -> Settings:
    """The settings that a build's manifest names; the defaults where an older one names none."""
    known = {field.name for field in fields(Settings)} - {"rates"}
    named = recorded if isinstance(recorded, dict) else {}
    return Settings(**{key: value for key, value in named.items() if key in known})


def _refuse_wrong(file: str, key: str, value: object) -> None:
    """Raise WrongSetting unless `key` is a setting and `value` fits it."""
    defaults = {field.name: field.default for field in fields(Settings)}
    if key not in defaults:
        close = get_close_matches(key, defaults, n=1)
        hint = f"Did you mean {close[0]}?" if close else f"The settings are: {', '.join(defaults)}."
        raise WrongSetting(f"{file}: there is no setting {key!r}", hint)
    wrong = f"{file}: {key} = {value!r}"
    kind = list if key == "rates" else type(defaults[key])
    if type(value) is not kind:
        wanted = {str: "a text in quotes", int: "a whole number", list: "each rate under [[rates]]"}
        raise WrongSetting(wrong, f"Write {wanted[kind]}.")
    if key in CHOICES and value not in CHOICES[key]:
        raise WrongSetting(wrong, f"Use one of: {', '.join(CHOICES[key])}.")
    if isinstance(value, int) and not RANGES[key][0] <= value <= RANGES[key][1]:
        raise WrongSetting(wrong, "Use {} to {}.".format(*RANGES[key]))
    if key == "default_time_zone" and value not in available_timezones():
        raise WrongSetting(f"{file}: {value!r} is no time zone", "Use a name like Europe/Berlin.")
    if key == "usual_from" and value and not MONTH.fullmatch(str(value)):
        raise WrongSetting(wrong, "Use a month like 2025-04; '' for the first of the files.")
    if key == "reporting_currency" and value and not _is_currency(value):
        raise WrongSetting(wrong, "Use a code of three capital letters, like EUR; '' for none.")


def _rate(file: str, line: object) -> Rate:
    """One [[rates]] table. Raises WrongSetting where a part of it is missing or no rate."""
    held = line if isinstance(line, dict) else {}
    currency, rate, on = held.get("currency"), held.get("rate"), held.get("on")
    is_number = isinstance(rate, int | float) and not isinstance(rate, bool) and 0 < rate < 1e9
    if len(held) == 3 and _is_currency(currency) and is_number and type(on) is date:
        return Rate(str(currency), float(rate or 0), on)
    raise WrongSetting(
        f"{file}: rates: {line!r}",
        'Write [[rates]], then currency = "USD", rate = 0.92 (what one is worth in the reporting '
        "currency) and on = 2026-09-30, each on a line of its own.",
    )


def _is_currency(value: object) -> bool:
    text = str(value)
    return len(text) == 3 and text.isascii() and text.isalpha() and text.isupper()
