"""The forms for what people type, one per kind of record: its fields, and what is still missing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st

from partnership import entries
from partnership.canonical.schema import canonical_tables
from partnership.findings import records as findings
from partnership.labels import records as words
from partnership.ui import states, typed
from partnership.ui.record_fields import KEPT, Fields, Rows

# The fields of the plain forms, line by line.
LAYOUT = {
    "commitments": (("agency_id", "owner"), ("text", "made_on", "due_on")),
    "requests": (("agency_id", "search_id"), ("asked_at", "answered_at")),
    "brief_changes": (("search_id", "field", "changed_at"),),
    "disputes": (
        ("agency_id", "submission_id"),
        ("about", "raised_by"),
        ("raised_at", "settled_at", "fee_at_stake", "currency"),
        ("claim", "outcome"),
    ),
    "pulse": (("agency_id", "respondent", "asked_on"), ("item", "score")),
}
# Fields that need more room than the others of their line.
WIDER = {"text": 2.5}
# An agency speaks for its side, and one side alone does not write down how a dispute ended.
AGENCY = "agency"
OF_ITS_SIDE = {"raised_by": AGENCY, "respondent": AGENCY}
NOT_OF_AN_AGENCY = ("agency_id", "settled_at", "outcome")
SCORES = {"score": words.SCORES}
KEPT_FOR_THE_NEXT = ("agency_id", "search_id", "respondent")
ALSO_NEEDED = {"disputes": ("submission_id", "about")}
# What no form asks: a correction keeps it. The list where a row was marked as wrong gives it.
NOT_ASKED = {"commitments": ("closed_on", "dropped_on"), "disputes": ("case_kind", "case_id")}


@dataclass(frozen=True)
class Filled:
    """What stands in a form: the rows to keep, what is wrong with them, what they say in words, and
    what the next form begins with."""

    rows: Rows
    problems: Sequence[str]
    said: str
    keeps: Mapping[str, str] = field(default_factory=dict)


Form = Callable[[Fields], Filled]


def plain(fields: Fields) -> Filled:
    """A form drawn from the table's own columns."""
    table = fields.draft.table
    entered = _given(fields, table)
    for line in _lines(fields, table):
        for place, column in zip(
            st.columns([WIDER.get(name, 1) for name in line]), line, strict=True
        ):
            with place:
                entered[column] = _asked(fields, column, entered.get("agency_id", ""))
    columns = {column.name: column for column in canonical_tables()[table].columns}
    needed = [name for name in entered if name in columns and columns[name].is_required]
    needed += ["agency_id"] if "agency_id" in entered and "submission_id" not in entered else []
    needed += ALSO_NEEDED.get(table, ())
    if table == "disputes" and fields.draft.start.get("case_id"):
        needed.remove("submission_id")
    problems = findings.missing(entered, list(dict.fromkeys(needed)))
    values = {name: value for name, value in entered.items() if name in columns}
    if fields.draft.is_correction:
        values |= {name: fields.draft.start.get(name, "") for name in NOT_ASKED.get(table, ())}
    return Filled(
        {table: [_with_key(fields, values)]},
        problems or findings.wrong_order(values),
        _in_words(table, values, fields),
        {
            name: entered[name]
            for name in ("agency_id", "search_id", "respondent")
            if entered.get(name)
        },
    )


def meeting(fields: Fields) -> Filled:
    """A meeting and who was there, kept together."""
    where, when, what = st.columns([3 if fields.screen.is_hrs else 0.01, 2, 5])
    with where:
        agency = fields.agency()
    with when:
        day = fields.day("starts_at")
    with what:
        search = fields.search(agency)
    left, middle, right = st.columns([9, 5, 9])
    with left:
        kind = fields.choice("kind", words.VALUES["kind"], first="check_in")
    with middle:
        formality = fields.choice("formality", words.VALUES["formality"], first="formal")
    with right:
        status = fields.choice("status", words.VALUES["status"], first="held")
    before = [party for party in fields.draft.start.get("attendees", "").split(";") if party]
    left, right = st.columns([9, 14])
    with left:
        label = words.EXPECTED if status == "scheduled" else words.ATTENDEES
        present = fields.ticks(label, words.PRESENT, before)
    with right:
        topics = fields.several("topics", words.VALUES["topics"])
    values = {"agency_id": agency, "search_id": search, "kind": kind, "formality": formality}
    values |= {"starts_at": day, "status": status, "topics": topics}
    values = _with_key(fields, values)
    _hints(fields, values)
    problems = findings.missing(values, ("agency_id", "starts_at"))
    if not present and status == "held":
        problems.append(findings.missing_one("attendees"))
    rows = {"meetings": [values], "meeting_attendees": _attendees(values, present, before)}
    said = _in_words("meetings", values, fields, present)
    return Filled(rows, problems, said, {"agency_id": agency, "attendees": ";".join(present)})


def target(fields: Fields) -> Filled:
    """A floor and a target that were agreed for a measure, with one agency or with all."""
    who, what = st.columns([2, 3])
    with who:
        agency = fields.agency(all_as=words.ALL_AGENCIES)
    with what:
        metric = fields.choice("metric", words.MEASURES)
    is_limit = findings.is_less_better(metric)
    places = st.columns([2, 2, 3, 4])
    with places[0]:
        floor = fields.percent("floor", words.LIMIT if is_limit else words.FIELDS["floor"])
    with places[1]:
        aim = fields.percent("target", words.FIELDS["target"])
    with places[2]:
        agreed_on = fields.day("agreed_on")
    with places[3]:
        agreed_by = fields.text("agreed_by")
    _about_measure(fields, agency, metric)
    values = {"agency_id": agency, "metric": metric, "floor": floor, "target": aim}
    values |= {"agreed_on": agreed_on, "agreed_by": agreed_by}
    problems = findings.missing(values, ("metric", "floor", "target", "agreed_on", "agreed_by"))
    return Filled(
        {"targets": [values]},
        problems or findings.wrong_target(values),
        "" if problems else _in_words("targets", values, fields),
        {"agency_id": agency, "agreed_on": agreed_on, "agreed_by": agreed_by},
    )


def roles(fields: Fields) -> Filled:
    """Who owns each task, with one agency or with all: one line a task."""
    with st.columns(2)[0]:
        agency = fields.agency(all_as=words.ALL_AGENCIES)
    held = typed.roles(fields.screen.source, agency)
    chosen = {}
    tasks = list(words.VALUES["task"])
    half = len(tasks) // 2
    for place, some in zip(st.columns(2, gap="large"), (tasks[:half], tasks[half:]), strict=True):
        with place:
            for task in some:
                chosen[task] = _owner_of(fields, agency, task, held.get(task, ""))
    changed = {task: owner for task, owner in chosen.items() if owner and owner != held.get(task)}
    rows = [{"task": t, "owner": owner, "agency_id": agency} for t, owner in changed.items()]
    problems = [] if rows else [words.NOTHING_CHANGED]
    who = fields.names.read("agency_id", agency)
    said = f"{who} · {findings.counted('roles', len(rows))}"
    return Filled({"roles": rows}, problems, said, {"agency_id": agency})


FORMS: Mapping[str, Form] = {
    "meetings": meeting,
    "targets": target,
    "roles": roles,
    **dict.fromkeys(LAYOUT, plain),
}


def _asked(fields: Fields, column: str, agency: str) -> str:
    """The field of a column, by what the column holds."""
    table = canonical_tables()[fields.draft.table]
    if column == "agency_id":
        return fields.agency()
    known = table.column(column)
    if column == "search_id":
        return fields.search(agency, is_needed=known.is_required)
    if column == "submission_id":
        return fields.submission(agency)
    if column in words.VALUES:
        side = "" if fields.screen.is_hrs or column != "owner" else AGENCY
        return fields.choice(column, words.VALUES[column], first=side)
    if column in SCORES:
        return fields.choice(column, SCORES[column])
    if known.kind in ("day", "instant"):
        is_ahead = column in table.planned
        return fields.day(column, is_needed=known.is_required, is_ahead=is_ahead)
    if known.kind == "money":
        return fields.amount(column)
    return fields.text(column, is_needed=known.is_required)


def _given(fields: Fields, table: str) -> dict[str, str]:
    """What an agency's form need not ask: whose it is."""
    if fields.screen.is_hrs:
        return {}
    columns = [column for line in LAYOUT[table] for column in line]
    given = {column: side for column, side in OF_ITS_SIDE.items() if column in columns}
    return given | ({"agency_id": fields.agency()} if "agency_id" in columns else {})


def _lines(fields: Fields, table: str) -> list[list[str]]:
    """The form's fields, line by line, that this reader fills in."""
    if fields.screen.is_hrs:
        return [list(line) for line in LAYOUT[table]]
    left_out = {*OF_ITS_SIDE, *NOT_OF_AN_AGENCY}
    lines = [[column for column in line if column not in left_out] for line in LAYOUT[table]]
    return [line for line in lines if line]


def _owner_of(fields: Fields, agency: str, task: str, held: str) -> str:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(words.VALUES["task"][task], width="stretch")
        chosen = st.segmented_control(
            words.VALUES["task"][task],
            list(words.OWNERS),
            format_func=words.OWNERS.__getitem__,
            default=held or None,
            required=bool(held),
            label_visibility="collapsed",
            key=fields.key(f"{agency} {task}"),
            **KEPT,
        )
    return chosen or ""


def _with_key(fields: Fields, values: Mapping[str, str]) -> dict[str, str]:
    """The values with the key they had, or with a new one where the table has one."""
    own_key = canonical_tables()[fields.draft.table].key
    keys = [name for name in own_key if name not in values]
    known = fields.draft.start if fields.draft.is_correction else {}
    return {name: known.get(name) or entries.new_id() for name in keys} | dict(values)


def _attendees(
    values: Mapping[str, str], present: Sequence[str], before: Sequence[str]
) -> list[dict[str, str]]:
    # Who was ticked by mistake was not there: a correction says so, it does not forget.
    return [
        {"meeting_id": values["meeting_id"], "party": party}
        | {"attended": "true" if party in present else "false"}
        for party in words.PRESENT
        if party in present or party in before
    ]


def _hints(fields: Fields, values: Mapping[str, str]) -> None:
    facts = fields.screen.facts
    if values["kind"] == "kickoff" and not values["search_id"]:
        st.caption(f":material/info: {words.KICKOFF_NEEDS_SEARCH}")
    if not facts.is_sample and values["starts_at"] > facts.as_of.isoformat():
        said = words.AFTER_FIGURES.format(day=findings.day(facts.as_of.isoformat()))
        st.caption(f":material/info: {said}")


def _about_measure(fields: Fields, agency: str, metric: str) -> None:
    """Which way is better, what was agreed until now, and a suggestion that one can take over."""
    if not metric:
        return
    is_limit = findings.is_less_better(metric)
    lines = [words.LESS_IS_BETTER if is_limit else words.MORE_IS_BETTER]
    agreed = fields.screen.target(metric, agency=agency)
    if agreed:
        lines.append(findings.held_before(metric, agreed.floor, agreed.target))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        suggested = "" if agreed else findings.suggestion(metric)
        st.caption(states.readable(" ".join([*lines, suggested])), width="content")
        if suggested:
            st.button(
                words.USE_SUGGESTION,
                key="use suggestion",
                type="tertiary",
                on_click=_take_suggestion,
                args=(fields, metric),
            )


def _take_suggestion(fields: Fields, metric: str) -> None:
    for column, kept in zip(("floor", "target"), findings.SUGGESTIONS[metric], strict=True):
        st.session_state[fields.key(column)] = findings.percentage(kept)


def _in_words(
    table: str, values: Mapping[str, str], fields: Fields, present: Sequence[str] = ()
) -> str:
    return findings.told(table, values, fields.names, present)[0]
