"""A kickoff sheet: what it begins with, what is still missing, and the records it becomes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd

from partnership import figures
from partnership.labels import kickoff_sheet as words

Values = Mapping[str, str]
Rows = Mapping[str, Sequence[Values]]
Targets = Mapping[str, tuple[str, str]]
# What the sheet keeps of its own, in a table of its own.
TERMS = (
    "must_haves", "pay_from", "pay_to", "currency", "target_fill_on", "hr_reply_days",
    "agency_reply_days", "meeting_interval_days", "market_facts",
)  # fmt: skip
# The reply time the figures go by; a judgement to start from where nothing was agreed.
REPLY_DAYS, QUESTION_DAYS = "2", "1"
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True)
class Standing:
    """What is agreed before the meeting: task → owner, measure → (floor, target) as fractions."""

    roles: Values = field(default_factory=dict)
    targets: Targets = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """What stands on the sheet, as text. `attendees` holds each side that is there, with an
    e-mail or without."""

    agency_id: str
    search_id: str
    meeting_id: str = ""
    held_on: str = ""
    status: str = words.HELD
    terms: Values = field(default_factory=dict)
    attendees: Values = field(default_factory=dict)
    roles: Values = field(default_factory=dict)
    targets: Targets = field(default_factory=dict)


def standing(agency_id: str, roles: pd.DataFrame, targets: pd.DataFrame, typed: Rows) -> Standing:
    """What is agreed with one agency: its own before what holds for all, what was typed before
    what the figures hold."""
    owners: dict[str, str] = {}
    shares: dict[str, tuple[str, str]] = {}
    for whose in ("", agency_id):
        for row in (*_of(roles, whose), *_of(typed.get("roles", ()), whose)):
            owners[row["task"]] = row["owner"]
        for row in (*_of(targets, whose), *_of(typed.get("targets", ()), whose)):
            shares[row["metric"]] = (_plain(row["floor"]), _plain(row["target"]))
    return Standing(owners, {name: shares[name] for name in words.MEASURES if name in shares})


def begun(
    search: Mapping[str, Any],
    agency_id: str,
    interval_days: int | None,
    agreed: Standing,
    typed: Rows,
) -> Sheet:
    """The sheet as it is opened: as it was saved last, else what the files say."""
    own = {"agency_id": agency_id, "search_id": str(search["search_id"])}
    sheet = Sheet(own["agency_id"], own["search_id"], roles=agreed.roles, targets=agreed.targets)
    saved = _last(typed.get("kickoff_sheets", ()), own)
    if saved is None:
        terms = {"target_fill_on": _day(search["target_fill_on"]), "hr_reply_days": REPLY_DAYS}
        terms |= {"agency_reply_days": QUESTION_DAYS}
        return replace(sheet, terms=terms | {"meeting_interval_days": str(interval_days or "")})
    meeting = _last(typed.get("meetings", ()), {"meeting_id": saved["meeting_id"]}) or {}
    return replace(
        sheet,
        meeting_id=saved["meeting_id"],
        held_on=meeting.get("starts_at", saved["held_on"])[:10],
        status=meeting.get("status", words.HELD),
        terms={name: saved.get(name, "") for name in TERMS},
        attendees=_there(typed.get("meeting_attendees", ()), saved["meeting_id"]),
    )


def problems(sheet: Sheet, by: str) -> list[str]:
    """What to do before the sheet can be saved."""
    said = words.PROBLEMS
    low, high = sheet.terms.get("pay_from", ""), sheet.terms.get("pay_to", "")
    found = [
        (not sheet.held_on, said["held_on"]),
        (not sheet.attendees, said["attendees"]),
        (bool(low and high) and float(low) > float(high), said["pay"]),
        (bool(low or high) and not sheet.terms.get("currency"), said["currency"]),
    ]
    for party, email in sheet.attendees.items():
        wrong = bool(email) and not EMAIL.fullmatch(email)
        found.append((wrong, said["email"].format(party=words.PARTIES[party], email=email)))
    for name, (floor, target) in sheet.targets.items():
        measure = words.MEASURES[name]
        found.append((bool(floor) != bool(target), said["target"].format(measure=measure)))
        below = bool(floor and target) and float(target) < float(floor)
        found.append((below, said["direction"].format(measure=measure)))
    found.append((not by, said["by"]))
    return [text for is_wrong, text in found if is_wrong]


def to_enter(
    sheet: Sheet, agreed: Standing, agency: str, before: Iterable[Values] = ()
) -> dict[str, list[dict[str, str]]]:
    """The records that saving makes, table by table: of roles and targets only what is new.

    `before` are the attendees kept for this meeting; who is no longer ticked was not there.
    """
    own = {"agency_id": sheet.agency_id, "search_id": sheet.search_id}
    meeting = own | {"meeting_id": sheet.meeting_id, "kind": "kickoff", "formality": "formal"}
    about = {"agency_id": sheet.agency_id}
    on_it = {"agreed_on": sheet.held_on, "agreed_by": words.AGREED_BY.format(agency=agency)}
    roles = [
        about | {"task": task, "owner": owner}
        for task, owner in sheet.roles.items()
        if owner and agreed.roles.get(task) != owner
    ]
    targets = [
        about | {"metric": metric, "floor": floor, "target": target} | on_it
        for metric, (floor, target) in sheet.targets.items()
        if target and agreed.targets.get(metric) != (floor, target)
    ]
    sheets = own | {"meeting_id": sheet.meeting_id, "held_on": sheet.held_on} | dict(sheet.terms)
    made = {
        "meetings": [meeting | {"starts_at": sheet.held_on, "status": sheet.status}],
        "meeting_attendees": _attendees(sheet, before),
        "roles": roles,
        "targets": targets,
        "kickoff_sheets": [sheets],
    }
    return {table: rows for table, rows in made.items() if rows}


def saved(rows: Rows, sheet: Sheet) -> str:
    """What was saved, in one sentence."""
    day = figures.day(date.fromisoformat(sheet.held_on))
    parts = [words.SAVED_KICKOFF[sheet.status].format(day=day)]
    counts = {table: len(rows.get(table, ())) for table in words.SAVED_PARTS}
    counts["meeting_attendees"] = len(sheet.attendees)
    for table, (one, many) in words.SAVED_PARTS.items():
        if count := counts[table]:
            parts.append((one if count == 1 else many).format(count=count))
    return words.SAVED.format(what=", ".join([*parts, words.AND_THE_SHEET]))


def searches_for(searches: pd.DataFrame, agency_id: str) -> dict[str, str]:
    """Search → its line to choose by: open ones given to the agency, other open ones, the rest."""
    given = [agency_id in str(ids).split(";") for ids in searches["agency_ids"]]
    ordered = searches.assign(is_given=given).sort_values(
        ["is_open", "is_given"], ascending=[False, False], kind="stable"
    )
    return {row["search_id"]: _line(row) for _, row in ordered.iterrows()}


def paper_facts(sheet: Sheet, search: Mapping[str, Any], agency: str) -> dict[str, str]:
    """The lines at the top of the printed page, those that are known."""
    where = [search[name] for name in ("department", "location")]
    terms = sheet.terms
    pay = [terms.get(name, "") for name in ("pay_from", "pay_to")]
    amounts = [figures.number(float(amount)) for amount in pay if amount]
    return {
        "search": f"{search['title']}, {search['search_id']}",
        "agency": agency,
        "place": ", ".join(str(part) for part in where if not figures.is_missing(part)),
        "openings": figures.number(search["openings"]),
        "opened_on": figures.day(search["opened_on"]),
        "target_fill_on": _in_words(terms.get("target_fill_on", "")),
        "pay": f"{' – '.join(amounts)} {terms.get('currency', '')}".strip() if amounts else "",
        "held_on": _in_words(sheet.held_on) if sheet.meeting_id else "",
    }


def facts(search: Mapping[str, Any]) -> str:
    """What the files say of the search, in one line."""
    count = int(search["openings"])
    openings = words.SEARCH_OPENINGS[int(count != 1)].format(count=count)
    age = words.SEARCH_DAYS.format(days=figures.days(search["age_days"]))
    parts = [
        *(search[name] for name in ("department", "location", "level")),
        openings,
        words.SEARCH_OPENED.format(day=figures.day(search["opened_on"])),
        age if search["is_open"] else words.SEARCH_IS_CLOSED,
    ]
    return " · ".join(str(part) for part in parts if not figures.is_missing(part))


def _line(search: Mapping[str, Any]) -> str:
    line = words.SEARCH_LINE if search["is_open"] else words.SEARCH_CLOSED
    place = search["location"]
    location = figures.DASH if figures.is_missing(place) else place
    return line.format(title=search["title"], location=location, search_id=search["search_id"])


def _attendees(sheet: Sheet, before: Iterable[Values]) -> list[dict[str, str]]:
    was_held = sheet.status == words.HELD
    there = [
        {"party": party, "email": email, "attended": "true" if was_held else ""}
        for party, email in sheet.attendees.items()
    ]
    now = {(row["party"], row["email"]) for row in there}
    gone = [
        {"party": row["party"], "email": row.get("email", ""), "attended": "false"}
        for row in before
        if (row["party"], row.get("email", "")) not in now and row.get("attended") != "false"
    ]
    return [{"meeting_id": sheet.meeting_id} | row for row in (*there, *gone)]


def _there(rows: Sequence[Values], meeting_id: str) -> dict[str, str]:
    return {
        row["party"]: row.get("email", "")
        for row in rows
        if row["meeting_id"] == meeting_id and row.get("attended") != "false"
    }


def _of(rows: pd.DataFrame | Sequence[Values], agency_id: str) -> list[dict[str, Any]]:
    held = rows.to_dict("records") if isinstance(rows, pd.DataFrame) else [dict(r) for r in rows]
    return [
        row
        for row in held
        if ("" if figures.is_missing(row["agency_id"]) else row["agency_id"]) == agency_id
    ]


def _last(rows: Sequence[Values], key: Values) -> Values | None:
    found = [row for row in rows if all(row.get(name) == value for name, value in key.items())]
    return found[-1] if found else None


def _plain(value: Any) -> str:
    return f"{float(value):g}"


def _in_words(day: str) -> str:
    return figures.day(date.fromisoformat(day)) if day else ""


def _day(value: Any) -> str:
    return "" if figures.is_missing(value) else str(value)[:10]
