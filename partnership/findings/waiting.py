"""What waits, on whom, and what they do next: as a list, and as an e-mail without candidates."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from partnership import figures
from partnership.findings import my_partnership as partners
from partnership.findings.my_partnership import Sides
from partnership.labels import my_partnership as partner_words
from partnership.labels import waiting as words

Key = tuple[str, str, str]
Names = Mapping[str, str]
# What an e-mail calls the case of each kind by.
CASES = {"promise": words.PROMISE, "request": words.QUESTION, "offer": words.OFFER}


def key_of(row: Mapping[str, Any]) -> Key:
    """What tells one wait from another."""
    return str(row["kind"]), str(row["agency_id"]), str(row["case_id"])


def ticked_days(ticks: Iterable[tuple[Mapping[str, str], str]]) -> dict[str, str]:
    """Wait → the day on which it was said to be answered, from ticks and when they were entered.

    A tick without a kind is of a profile: it names its submission alone.
    """
    return {
        _said(values): values.get("answered_on") or entered_at[:10] for values, entered_at in ticks
    }


def waiting(
    on_client: pd.DataFrame,
    on_agency: pd.DataFrame,
    ticked: Mapping[str, str],
    of: Sides,
    names: Names,
    as_of: date,
) -> pd.DataFrame:
    """What waits on searches that have not ended, from rows of waiting_on_client and
    waiting_on_agency: answers before promises, each the oldest first, what is ticked last. `names`
    are the agencies'."""
    both = pd.concat([on_client.assign(side="client"), on_agency.assign(side="agency")])
    rows = partners.in_words(both[both["is_search_open"].astype(bool)])
    if rows.empty:
        return rows
    days = [_tick_of(row, ticked) for row in rows.to_dict("records")]
    shown = rows.assign(
        waits_on=[_waits_on(row, of, names) for row in rows.to_dict("records")],
        who_waits=[_who_waits(row, of, names) for row in rows.to_dict("records")],
        next_step=[words.NEXT_STEPS[kind] for kind in rows["kind"]],
        is_ticked=[day >= as_of.isoformat() for day in days],
        state=[_state(state, day, as_of) for state, day in zip(rows["state"], days, strict=True)],
    )
    ordered = shown.assign(is_promise=shown["kind"] == "promise")
    order = ["is_ticked", "is_promise", "waiting_days", "since_on", "kind", "agency_id", "case_id"]
    up = [True, True, False, True, True, True, True]
    return ordered.sort_values(order, ascending=up, ignore_index=True)


def note(rows: pd.DataFrame, of: Sides) -> str:
    """How much waits for each side."""
    sides = list(rows[~rows["is_ticked"]]["side"]) if len(rows) else []
    return words.NOTE.format(
        client=_count(sides.count("client")),
        agency=_count(sides.count("agency")),
        client_name=words.HR_SIDE if of.client == partner_words.HR else of.client,
        agency_name=of.agency,
    )


def ended_note(count: int) -> str:
    """What is said of those that wait although their search has ended; empty where none does."""
    if not count:
        return ""
    return words.ENDED_ONE if count == 1 else words.ENDED_MANY.format(count=figures.number(count))


def ticked_note(rows: pd.DataFrame) -> str:
    """How many are ticked; empty where none is."""
    count = int(rows["is_ticked"].sum()) if len(rows) else 0
    return words.TICKED_COUNT.format(count=figures.number(count)) if count else ""


def ended(on_client: pd.DataFrame, on_agency: pd.DataFrame) -> int:
    """How much waits although its search has ended."""
    return sum(int((~rows["is_search_open"].astype(bool)).sum()) for rows in (on_client, on_agency))


def letters(rows: pd.DataFrame, as_of: date) -> dict[str, str]:
    """Who owes something → an e-mail that lists it: by numbers of searches and submissions, no
    word that anybody typed, so no name of a candidate."""
    left = rows[~rows["is_ticked"]] if len(rows) else rows
    if left.empty:
        return {}
    return {
        str(owner): _letter(
            words.IN_A_SENTENCE.get(str(owner), str(owner)), group.to_dict("records"), as_of
        )
        for owner, group in left.groupby("waits_on", sort=False)
    }


def _letter(owner: str, rows: list[dict[str, Any]], as_of: date) -> str:
    day, count = figures.day(as_of), len(rows)
    intro = words.INTRO_ONE if count == 1 else words.INTRO
    lines = [
        words.SUBJECT.format(owner=owner, day=day, count=count),
        "",
        words.GREETING,
        "",
        intro.format(owner=owner, day=day, count=count),
        "",
    ]
    for number, row in enumerate(rows, 1):
        lines += [*_entry(number, row), ""]
    return "\n".join([*lines, words.FOOT.format(day=day)])


def _entry(number: int, row: Mapping[str, Any]) -> list[str]:
    days = figures.counted(
        row["waiting_days"], partner_words.WORKING_DAY, partner_words.WORKING_DAYS
    )
    late = words.LATE if row["is_past_due"] else ""
    if not late and not figures.is_missing(row["due_by"]):
        late = words.DUE.format(day=figures.day(row["due_by"]))
    what = row["waiting_for"]
    return [
        words.LINE.format(
            number=number, what=f"{what[:1].upper()}{what[1:]}", days=days, late=late
        ),
        words.REFERENCE.format(refs=", ".join(_references(row))),
        words.STEP.format(step=row["next_step"]),
    ]


def _references(row: Mapping[str, Any]) -> list[str]:
    by_id = {words.SUBMISSION: row["submission_id"], words.SEARCH: row["search_id"]}
    if row["kind"] in CASES:
        by_id = {CASES[row["kind"]]: row["case_id"]} | by_id
    if row["side"] == "client":
        by_id[words.PARTNER] = row["who_waits"]
    return [text.format(id=value) for text, value in by_id.items() if not figures.is_missing(value)]


def _said(values: Mapping[str, str]) -> str:
    kind, case = values.get("kind"), values.get("case_id")
    if not kind:
        return f"profile {values.get('submission_id', '')}"
    return f"{kind} {values.get('agency_id', '')} {case}"


def _tick_of(row: Mapping[str, Any], ticked: Mapping[str, str]) -> str:
    found = [" ".join(key_of(row))]
    if row["kind"] == "profile":
        found.append(f"profile {row['case_id']}")
    return max((ticked.get(name, "") for name in found), default="")


def _state(state: str, day: str, as_of: date) -> str:
    if not day:
        return state
    if day >= as_of.isoformat():
        return words.TICKED
    return words.CONTRADICTED.format(day=figures.day(date.fromisoformat(day)))


def _waits_on(row: Mapping[str, Any], of: Sides, names: Names) -> str:
    if row["side"] == "agency":
        return _agency(row, of, names)
    if of.client == partner_words.HR:
        return words.OWNERS[row["owner"]]
    return _client(row, of)


def _who_waits(row: Mapping[str, Any], of: Sides, names: Names) -> str:
    return _client(row, of) if row["side"] == "agency" else _agency(row, of, names)


def _agency(row: Mapping[str, Any], of: Sides, names: Names) -> str:
    return (
        of.agency
        if of.agency == partner_words.US
        else names.get(row["agency_id"], row["agency_id"])
    )


def _client(row: Mapping[str, Any], of: Sides) -> str:
    is_known = of.client != partner_words.HR and not figures.is_missing(row["client_name"])
    return str(row["client_name"]) if is_known else of.client


def _count(count: int) -> str:
    return figures.number(count) if count else words.NONE
