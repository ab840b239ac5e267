"""Settings changed on the screen: the file written anew in one step, each change in the log."""

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from partnership import records, settings
from partnership.errors import WrongSetting
from partnership.files import private_folder, replace_file
from partnership.settings import Change, Rate, Settings, settings_from, settings_of

LOG = "settings_changes"
COLUMNS = ("setting", "old", "new", "entered_by", "entered_at")
RATES = re.compile(r"^\s*\[\[\s*rates\s*\]\]")
HEADER = re.compile(r"^\s*\[")


def change(values: Mapping[str, Any], *, by: str, at: datetime | None = None) -> list[Change]:
    """Set these settings, leaving the others and the comments of the file as they are.

    Gives the changes, in the log too; none where everything was so already. Raises WrongSetting,
    with nothing written, where a value does not fit.
    """
    file, old = settings.SETTINGS_FILE, settings_from()
    wanted = replace(old, **values)
    moment = (at or datetime.now(UTC)).isoformat(timespec="seconds")
    changed = [
        Change(field.name, as_text(before), as_text(after), by, moment)
        for field in fields(Settings)
        if (before := getattr(old, field.name)) != (after := getattr(wanted, field.name))
    ]
    if not changed:
        return []
    before_text = file.read_text(encoding="utf-8") if file.is_file() else ""
    text = _rewritten(before_text, wanted, [line.setting for line in changed])
    private_folder(file.parent)
    replace_file(file, text, ".new-")
    try:
        records.append(settings.RECORDS, LOG, [_row(line) for line in changed])
    except OSError:
        replace_file(file, before_text, ".new-")  # what is not in the log did not happen
        raise
    return changed


def log(folder: Path | None = None) -> list[Change]:
    """Every change, the newest first."""
    rows = records.read(folder or settings.RECORDS, LOG)
    return [Change(*(row.get(name, "") for name in COLUMNS)) for row in reversed(rows)]


def as_text(value: object) -> str:
    """A setting's value as the log keeps it: 3; EUR; USD 0.92 2026-09-30; nothing where empty."""
    if isinstance(value, tuple):
        return "; ".join(f"{rate.currency} {rate.rate!r} {rate.on}" for rate in value)
    return str(value)


def _row(line: Change) -> dict[str, str]:
    values = (line.setting, line.old, line.new, line.by, line.at)
    return dict(zip(COLUMNS, values, strict=True))


def _rewritten(text: str, wanted: Settings, names: list[str]) -> str:
    """The file's text with these settings at their new value. What can't be changed line by line
    is written whole, without its comments."""
    lines = text.splitlines()
    for name in names:
        value = getattr(wanted, name)
        lines = _with_rates(lines, value) if name == "rates" else _with_line(lines, name, value)
    edited = "\n".join(lines) + "\n"
    file = settings.SETTINGS_FILE.name
    try:
        if settings_of(edited, file) == wanted:
            return edited
    except WrongSetting:
        pass  # the edit or the value was wrong: the whole file tells which
    defaults = Settings()
    plain = [
        f"{field.name} = {_toml(value)}"
        for field in fields(Settings)
        if field.name != "rates"
        and (value := getattr(wanted, field.name)) != getattr(defaults, field.name)
    ]
    whole = "\n".join(_with_rates(plain, wanted.rates)) + "\n"
    settings_of(whole, file)
    return whole


def _with_line(lines: list[str], name: str, value: object) -> list[str]:
    """The lines with `name = value` in the place of the old one, else above the first table."""
    line = re.compile(rf"""^(\s*{name}\s*=\s*)(?:"[^"]*"|'[^']*'|[^#]*?)(\s*(?:#.*)?)$""")
    tables = [number for number, each in enumerate(lines) if HEADER.match(each)]
    top = tables[0] if tables else len(lines)
    for number in range(top):
        if found := line.match(lines[number]):
            changed = f"{found[1]}{_toml(value)}{found[2]}"
            return [*lines[:number], changed, *lines[number + 1 :]]
    return [*lines[:top], f"{name} = {_toml(value)}", *lines[top:]]


def _with_rates(lines: list[str], rates: tuple[Rate, ...]) -> list[str]:
    """The lines with these [[rates]] at their end, in the place of the old ones."""
    kept, is_rate = [], False
    for line in lines:
        is_rate = bool(RATES.match(line)) or (is_rate and not HEADER.match(line))
        kept += [] if is_rate else [line]
    while kept and not kept[-1].strip():
        kept.pop()
    for rate in rates:
        kept += ["", "[[rates]]", f"currency = {_toml(rate.currency)}"]
        kept += [f"rate = {rate.rate!r}", f"on = {rate.on}"]
    return kept


def _toml(value: object) -> str:
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return str(value)
