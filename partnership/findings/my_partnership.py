"""What the My partnership screen says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from partnership import figures
from partnership.figures import Card
from partnership.findings import overview
from partnership.findings.cards import Measured, rate_card
from partnership.labels import my_partnership as words

Row = Mapping[str, Any]
SENT_TWICE_NAMES = (
    "resubmitted",
    "submissions",
    "resubmitted_rate",
    "resubmitted_low",
    "resubmitted_high",
)


# The kinds of wait that are a case of their own → the column of its id.
OWN_CASES = {"promise": "commitment_id", "request": "request_id"}


@dataclass(frozen=True)
class Sides:
    """What the two sides are called, to whoever reads."""

    client: str
    agency: str


def sides(name: str | None, *, is_agencys_own: bool) -> Sides:
    """The sides of the partnership with the partner of this name."""
    if is_agencys_own:
        return Sides(name or words.THE_CLIENT, words.US)
    return Sides(words.HR, name or "")


def finding(waiting: pd.DataFrame, of: Sides) -> str:
    """What waits for each side and for how long, from rows of waiting_now."""
    said = "; ".join(
        _waits(waiting[waiting["side"] == side], name)
        for side, name in (("client", of.client), ("agency", of.agency))
    )
    return f"{said[:1].upper()}{said[1:]}."


def waiting_table(rows: pd.DataFrame) -> pd.DataFrame:
    """What waits on searches that have not ended, from rows of waiting_on_client or
    waiting_on_agency."""
    return in_words(rows[rows["is_search_open"].astype(bool)])


def in_words(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with what each waits for and whether its day has passed."""
    states = zip(rows["due_by"], rows["is_past_due"], strict=True)
    ids = {name: rows["case_id"].where(rows["kind"] == kind) for kind, name in OWN_CASES.items()}
    return rows.assign(
        **ids,
        waiting_for=[words.WAITING_FOR[kind] for kind in rows["kind"]],
        subject=rows["promise"].fillna(rows["title"]),
        state=[_due_state(due, past) for due, past in states],
    )


def ended_note(waiting: pd.DataFrame, side: str) -> str:
    """How many wait although their search has ended; empty where none does."""
    count = int(waiting.loc[waiting["side"] == side, "on_ended_searches"].sum())
    if not count:
        return ""
    return words.ENDED_ONE if count == 1 else words.ENDED_MANY.format(count=figures.number(count))


def searches_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of open_search with the day of the brief as known, and on hold in words."""
    days = zip(rows["briefed_on"], rows["is_assumed"], strict=True)
    return rows.assign(
        briefed=[_briefed(day, assumed) for day, assumed in days],
        search_days=rows["age_days"],
        search_state=[words.ON_HOLD if held else words.IS_OPEN for held in rows["is_on_hold"]],
    )


def searches_note(rows: pd.DataFrame) -> str:
    """What the columns are of."""
    return words.SEARCHES_NOTE + words.ASSUMED_NOTE * bool(len(rows) and rows["is_assumed"].any())


def filled(measured: Measured, of: Sides) -> Card:
    """What was filled by day 60, from rows of fill_counts, with how many of them this agency
    filled; in an agency's own figures nobody else can be seen to fill anything."""
    card = overview.filled(measured)
    if of.agency == words.US:
        return replace(card, label=words.FILLED_BY_US, explained=words.FILLED_BY_US_EXPLAINED)
    if not of.agency:
        return card
    card, rows = replace(card, explained=words.FILLED_EXPLAINED), measured.rows
    if rows is None or rows.empty or not figures.is_enough(rows["reached"].iloc[0]):
        return card
    count = figures.number(rows["filled_by_agency"].iloc[0])
    basis = words.FILLED_BY_THEM.format(basis=card.basis, count=count, side=of.agency)
    return replace(card, basis=basis)


def sent_twice(measured: Measured) -> Card:
    """What an agency sent twice itself, from rows of resubmissions: the one kind of redundant
    submission that its own files show."""
    return rate_card(
        words.SENT_TWICE, measured.rows, measured.quarters, SENT_TWICE_NAMES, of=words.SENT_OF,
        explained=words.SENT_TWICE_EXPLAINED, target=measured.target, before=measured.before,
    )  # fmt: skip


def answers(measured: Measured, of: Sides) -> Card:
    """The client's answers in time, from rows of feedback_latency."""
    card = overview.hr_answers(measured)
    return card if of.client == words.HR else replace(card, label=words.CLIENT_ANSWERS)


def promises_table(
    rows: pd.DataFrame, typed: Sequence[Row], of: Sides, as_of: date
) -> pd.DataFrame:
    """Rows of commitment, and in the place of those typed again, and before all, what was typed
    after the figures."""
    new = [_typed_promise(values, as_of) for values in typed]
    replaced = {row["commitment_id"] for row in new}
    counted = rows[~rows["commitment_id"].isin(replaced)].assign(entered="")
    stacked = pd.concat([pd.DataFrame(new), counted]) if new else counted
    owners = {"agency": of.agency, "hr": of.client, "business_leader": "business leader"}
    return stacked.assign(
        promised_by=[owners.get(owner, owner) for owner in stacked["owner"]],
        promise_state=[words.PROMISE_STATES[state] for state in stacked["promise_state"]],
    )


def promise_columns(typed: Sequence[Row]) -> tuple[str, ...]:
    """What is shown of promises; whether one was entered after the figures only where one was."""
    return (*words.PROMISE_COLUMNS, words.ENTERED) if typed else words.PROMISE_COLUMNS


def meetings(contact: Row | None, typed: int) -> str:
    """When the two last met and when the next meeting is due, from a row of partnership_contact;
    `typed` meetings were entered after the figures."""
    lines = [words.MEETINGS_UNSEEN] if contact is None else _contact(contact)
    if typed:
        lines.append(words.TYPED_ONE if typed == 1 else words.TYPED_MANY.format(count=typed))
    return " ".join(lines)


def _waits(rows: pd.DataFrame, side: str) -> str:
    rows = rows[rows["waiting"] > 0].sort_values(["longest_days", "kind"], ascending=[False, True])
    if rows.empty:
        return words.NOTHING_FOR.format(side=side)
    order = sorted(rows.itertuples(), key=lambda row: list(words.KINDS).index(row.kind))
    counted = [figures.counted(row.waiting, *words.KINDS[row.kind]) for row in order]
    total, longest = int(rows["waiting"].sum()), rows["longest_days"].max()
    said = words.ONE_WAITS_FOR if total == 1 else words.WAITS_FOR
    return said.format(
        things=_listed(counted),
        side=side,
        days=figures.counted(longest, words.WORKING_DAY, words.WORKING_DAYS),
    )


def _listed(parts: Sequence[str]) -> str:
    *first, last = parts
    return words.AND.join([", ".join(first), last] if first else [last])


def _due_state(due: object, is_past: bool) -> str:
    if figures.is_missing(due):
        return words.STATE_NO_DAY
    return words.STATE_PAST_DUE if is_past else words.STATE_IN_TIME


def _briefed(day: object, is_assumed: bool) -> str:
    said = figures.day(day)
    return words.ASSUMED.format(day=said) if is_assumed else said


def _typed_promise(values: Row, as_of: date) -> dict[str, Any]:
    made, due, closed, dropped = (
        pd.to_datetime(values.get(name) or pd.NaT)
        for name in ("made_on", "due_on", "closed_on", "dropped_on")
    )
    return {
        "commitment_id": values["commitment_id"],
        "promise": values.get("text", ""),
        "owner": values.get("owner", ""),
        "made_on": made,
        "due_on": due,
        "closed_on": closed,
        "promise_state": _promise_state(due, closed, dropped, as_of),
        "entered": words.ENTERED_AFTER,
    }


def _promise_state(
    due: pd.Timestamp, closed: pd.Timestamp, dropped: pd.Timestamp, as_of: date
) -> str:
    if figures.is_missing(closed) and not figures.is_missing(dropped):
        return "dropped"
    if figures.is_missing(closed):
        return "past_due" if due < pd.Timestamp(as_of) else "open"
    return "kept_late" if closed > due else "kept"


def _contact(contact: Row) -> list[str]:
    lines = []
    if figures.is_missing(contact["last_contact_on"]):
        lines.append(words.NEVER_MET)
    else:
        ago = figures.days(contact["silent_days"])
        lines.append(
            words.LAST_MEETING.format(day=figures.day(contact["last_contact_on"]), days=ago)
        )
    if not figures.is_missing(contact["next_due_on"]):
        said = words.OVERDUE if contact["overdue_days"] else words.NEXT_DUE
        overdue = figures.days(contact["overdue_days"])
        lines.append(said.format(day=figures.day(contact["next_due_on"]), days=overdue))
    planned = contact["planned_on"]
    is_planned = not figures.is_missing(planned)
    lines.append(
        words.PLANNED.format(day=figures.day(planned)) if is_planned else words.NONE_PLANNED
    )
    lines.append(words.AGREED.format(days=figures.days(contact["interval_days"])))
    return lines
