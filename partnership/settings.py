"""Rules that a user may change, from data/settings.toml; without the file, the defaults below."""

import os
import tomllib
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from zoneinfo import available_timezones

from partnership.errors import WrongSetting

# Everything a user puts in or gets out lives in this one folder, wherever the code is.
DATA = Path(os.environ.get("PARTNERSHIP_DATA") or Path(__file__).parent.parent / "data")
SETTINGS_FILE = DATA / "settings.toml"
BUILDS = DATA / "builds"
RECORDS = DATA / "records"
EXPORTS = DATA / "exports"
SAMPLE = Path(__file__).parent.parent / "data" / "sample"

CHOICES = {"owner": ("company", "agency")}


@dataclass(frozen=True)
class Settings:
    """What the files can't say about themselves.

    `owner` is whose exports these are; `default_time_zone` holds where a row has no search with its
    own; `memory_limit` is what a build may use ('' = a quarter of this machine's, 2 GB at most);
    `set_aside_days` is how long rows that were set aside are kept.
    """

    owner: str = "company"
    default_time_zone: str = "UTC"
    memory_limit: str = ""
    set_aside_days: int = 30


def settings_from(file: Path = SETTINGS_FILE) -> Settings:
    """The settings of a TOML file; those it does not name keep their default.

    Raises WrongSetting with the file, the key and what is expected.
    """
    if not file.is_file():
        return Settings()
    try:
        given = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongSetting(f"{file.name}: {error}", "Write each line as `name = value`.") from error
    for key, value in given.items():
        _refuse_wrong(file.name, key, value)
    return Settings(**given)


def _refuse_wrong(file: str, key: str, value: object) -> None:
    """Raise WrongSetting unless `key` is a setting and `value` fits it."""
    kinds = {field.name: type(field.default) for field in fields(Settings)}
    if key not in kinds:
        close = get_close_matches(key, kinds, n=1)
        hint = f"Did you mean {close[0]}?" if close else f"The settings are: {', '.join(kinds)}."
        raise WrongSetting(f"{file}: there is no setting {key!r}", hint)
    if type(value) is not kinds[key]:
        wanted = {str: "a text in quotes", int: "a whole number"}[kinds[key]]
        raise WrongSetting(f"{file}: {key} = {value!r}", f"Write {wanted}.")
    if key in CHOICES and value not in CHOICES[key]:
        raise WrongSetting(f"{file}: {key} = {value!r}", f"Use one of: {', '.join(CHOICES[key])}.")
    if key == "default_time_zone" and value not in available_timezones():
        raise WrongSetting(f"{file}: {value!r} is no time zone", "Use a name like Europe/Berlin.")
