"""What the Records screen says of what people type: what is missing, what is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import pandas as pd

from partnership import figures
from partnership.findings import lists_compared
from partnership.labels import records as words

Values = Mapping[str, str]
# Floor and target to start from, as fractions; judgements, so they stand inside the form only.
SUGGESTIONS = {
    "time_to_fill.filled_by_60_rate": ("0.4", "0.6"),
    "meeting_rhythm.rhythm_coverage": ("0.85", "0.9"),
    "kickoff_coverage.kickoff_rate": ("0.8", "0.95"),
    "kickoff_coverage.tri_party_rate": ("0.7", "0.9"),
    "feedback_latency.on_time_rate": ("0.75", "0.9"),
    "redundant_submissions.redundancy_rate": ("0.1", "0.05"),
    "offer_outcomes.acceptance_rate": ("0.7", "0.85"),
    "offer_outcomes.net_acceptance_rate": ("0.65", "0.8"),
    "retention.retained_90_rate": ("0.75", "0.87"),
    "interview_scheduling.invited_rate": ("0.6", "0.9"),
    "interview_feedback.on_time_rate": ("0.6", "0.9"),
    "offer_turnaround.on_time_rate": ("0.6", "0.9"),
    "rejections_with_reason.reason_rate": ("0.6", "0.95"),
    "role_adherence.hr_rate": ("0.7", "0.95"),
    "role_adherence.agency_rate": ("0.7", "0.95"),
    "redundant_submissions.known_here_rate": ("0.05", "0.01"),
    "redundant_submissions.by_agency_rate": ("0.1", "0.04"),
    "first_candidate.on_time_rate": ("0.5", "0.8"),
    "request_replies.on_time_rate": ("0.6", "0.9"),
    "market_information.market_rate": ("0.4", "0.8"),
    "consent_coverage.consent_rate": ("0.8", "0.98"),
    "pay_expectation.within_5_rate": ("0.5", "0.8"),
    "pulse.of_hr_rate": ("0.5", "0.8"),
    "pulse.of_agency_rate": ("0.5", "0.8"),
    "goal_alignment.aligned_rate": ("0.6", "0.9"),
}
LESS_IS_BETTER = frozenset(
    {
        "redundant_submissions.redundancy_rate",
        "redundant_submissions.known_here_rate",
        "redundant_submissions.by_agency_rate",
    }
)
# Which values a record is told by, the first ones in bold.
LINES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "meetings": (("starts_at", "agency_id"), ("kind", "formality", "status", "search_id")),
    "targets": (("agency_id", "metric"), ("agreed_on", "agreed_by")),
    "commitments": (("agency_id", "text"), ("owner", "due_on", "closed_on", "dropped_on")),
    "roles": (("agency_id", "task"), ("owner",)),
    "requests": (("asked_at", "agency_id"), ("search_id", "answered_at")),
    "brief_changes": (("changed_at", "search_id"), ("field",)),
    "disputes": (
        ("raised_at", "submission_id", "case_id"),
        ("raised_by", "about", "claim", "settled_at", "outcome"),
    ),
    "pulse": (("asked_on", "agency_id"), ("respondent", "item", "score")),
    "list_comparisons": (("agency_id", "list_name"), ()),
}
# Keys that nobody chose and nobody looks for.
OWN_IDS = frozenset({"meeting_id", "commitment_id", "request_id", "dispute_id", "response_id"})
# The day a record is cut by where it lies after the last day of the figures.
HAPPENED = {
    "meetings": "starts_at",
    "requests": "asked_at",
    "brief_changes": "changed_at",
    "pulse": "asked_on",
}
# Where a value says little without its label.
LABELLED = frozenset({"answered_at", "settled_at", "agreed_on", "agreed_by", "score"})


@dataclass(frozen=True)
class Names:
    """The names that ids stand for on screen."""

    agencies: Mapping[str, str]
    searches: Mapping[str, str]

    def read(self, column: str, value: str) -> str:
        """A kept value as people read it."""
        if column == "agency_id":
            return self.agencies.get(value, value) if value else words.ALL_AGENCIES
        if column == "search_id":
            return self.searches.get(value, value)
        if column == "metric":
            return words.MEASURES.get(value, value.replace("_", " ").replace(".", ", "))
        if column.endswith(("_at", "_on")):
            return day(value)
        known: Mapping[str, str] = words.VALUES.get(column, {})
        return known.get(value, value)


def day(text: str) -> str:
    """A kept day, or the day of a kept moment, as 30 Sep 2026."""
    try:
        return figures.day(date.fromisoformat(text[:10]))
    except ValueError:
        return text


def told(table: str, values: Values, names: Names, present: Sequence[str] = ()) -> tuple[str, str]:
    """A record in words: what stands in bold, and the rest. `present` are the sides of a meeting
    that were there."""
    bold, rest = LINES[table]
    first = [names.read(column, values.get(column, "")) for column in bold]
    more = [_labelled(column, values[column], names) for column in rest if values.get(column)]
    if table == "targets":
        more.insert(0, _floor_and_target(values))
    if table == "list_comparisons":
        period = {name: day(values[name]) for name in ("period_from", "period_to")}
        ours = lists_compared.only_ours(lists_compared.counts_kept(values))
        more.append(words.COMPARED.format(**{**values, **period, "only_ours": ours}))
    if table == "meetings":
        there = ", ".join(words.PRESENT[party] for party in words.PRESENT if party in present)
        topics = [names.read("topics", topic) for topic in values.get("topics", "").split(";")]
        more += [there or words.TOLD["nobody"], ", ".join(topic for topic in topics if topic)]
    return " · ".join(part for part in first if part), " · ".join(part for part in more if part)


def as_row(table: str, values: Values, names: Names, present: Sequence[str] = ()) -> dict[str, str]:
    """A record as a line of a table, in words under headings."""
    read = {
        words.FIELDS[column]: "; ".join(names.read(column, part) for part in value.split(";"))
        if column == "topics"
        else names.read(column, value)
        for column, value in values.items()
        if column in words.FIELDS and column not in OWN_IDS
    }
    if table == "targets":
        for column in ("floor", "target"):
            read[words.FIELDS[column]] = f"{percentage(values[column]):g}"
    if table == "meetings":
        read[words.ATTENDEES] = ", ".join(words.PRESENT[party] for party in present)
    return read


def counted(table: str, number: int) -> str:
    """3 meetings, 1 meeting."""
    return figures.counted(number, words.TABLES[table].one, words.TABLES[table].many)


def faults(number: int) -> str:
    """1 thing does not fit."""
    return figures.counted(number, words.FAULT, words.FAULT_MANY)


def present_by_meeting(attendees: Sequence[Values]) -> dict[str, list[str]]:
    """The sides that were at each meeting."""
    there: dict[str, list[str]] = {}
    for values in attendees:
        if values.get("attended") != "false":
            there.setdefault(values["meeting_id"], []).append(values["party"])
    return there


def kept_sentence(table: str, kept: int, new: Sequence[Values], ends: date | None) -> str:
    """How many records there are, and how many of them no figure counts yet. `ends` is the last day
    of the figures; None where they are the sample's."""
    if not kept:
        return words.NONE_KEPT.format(one=words.TABLES[table].one)
    said = [words.COUNT_KEPT.format(count=counted(table, kept))]
    if ends is None:
        return " ".join([*said, words.ON_SAMPLE])
    column = HAPPENED.get(table, "")
    later = sum(1 for values in new if values.get(column, "")[:10] > ends.isoformat())
    if len(new) > later:
        said.append(words.NOT_COUNTED.format(count=len(new) - later))
    if later:
        said.append(words.LIE_LATER.format(count=later, day=figures.day(ends)))
    return " ".join(said if new else [*said, words.ALL_COUNTED])


def stamp(by: str, at: str) -> str:
    """Who typed it, and when on this machine's clock."""
    when = datetime.fromisoformat(at).astimezone()
    return words.ENTERED.format(
        by=by or words.NOBODY, day=figures.day(when), time=when.strftime("%H:%M")
    )


def missing(values: Values, needed: Sequence[str]) -> list[str]:
    """What to fill in first."""
    return [missing_one(column) for column in needed if not values.get(column)]


def missing_one(column: str) -> str:
    """What to do about an empty field."""
    label = words.FIELDS.get(column, column.replace("_", " "))
    return words.MISSING.get(column) or words.MISSING_ANY.format(label=label)


def wrong_order(values: Values) -> list[str]:
    """Days that lie before the day they follow."""
    pairs = (
        ("made_on", "due_on"),
        ("asked_at", "answered_at"),
        ("raised_at", "settled_at"),
        ("made_on", "closed_on"),
        ("made_on", "dropped_on"),
    )
    return [
        words.DUE_BEFORE_MADE
        if end == "due_on"
        else words.ENDS_BEFORE.format(end=words.FIELDS[end], start=words.FIELDS[start])
        for start, end in pairs
        if values.get(start) and values.get(end) and values[end] < values[start]
    ]


def wrong_target(values: Values) -> list[str]:
    """A target on the wrong side of its floor."""
    if not values.get("floor") or not values.get("target"):
        return []
    floor, target = Decimal(values["floor"]), Decimal(values["target"])
    if is_less_better(values["metric"]):
        return [words.TARGET_TOO_HIGH] if target > floor else []
    return [words.TARGET_TOO_LOW] if target < floor else []


def is_less_better(metric: str) -> bool:
    """Whether the target of this measure lies below its limit."""
    return metric in LESS_IS_BETTER


def fraction(percent: float | None) -> str:
    """A typed percentage as the fraction that is kept: 85 as 0.85."""
    return "" if percent is None else f"{(Decimal(str(percent)) / 100).normalize():f}"


def percentage(fraction_kept: str) -> float | None:
    """A kept fraction as it is typed: 0.85 as 85."""
    return float(Decimal(fraction_kept) * 100) if fraction_kept else None


def suggestion(metric: str) -> str:
    """A floor and target to start from, in words; nothing where there is none."""
    if metric not in SUGGESTIONS:
        return ""
    floor, target = SUGGESTIONS[metric]
    return words.SUGGESTION.format(
        floor=floor_word(metric), floor_value=_percent(floor), target_value=_percent(target)
    )


def held_before(metric: str, floor: float, target: float) -> str:
    """The floor and target agreed until now, in words."""
    return words.HELD_BEFORE.format(
        floor=floor_word(metric),
        floor_value=figures.percent(floor),
        target_value=figures.percent(target),
    )


def floor_word(metric: str) -> str:
    """What the floor is called: where less is better it is a limit."""
    return words.LIMIT_WORD if is_less_better(metric) else words.FLOOR_WORD


def search_names(searches: pd.DataFrame) -> dict[str, str]:
    """Search id → its title and place."""
    columns = ("search_id", "title", "location", "is_open")
    return {
        search_id: (words.SEARCH if is_open else words.SEARCH_CLOSED).format(
            title=title, location=place if isinstance(place, str) else figures.DASH, id=search_id
        )
        for search_id, title, place, is_open in zip(*(searches[c] for c in columns), strict=True)
    }


def searches_first(searches: pd.DataFrame, agency: str) -> list[str]:
    """The ids of all searches: those given to the agency on top, of each the open ones first."""
    own = searches[searches["agency_id"] == agency] if agency else searches
    return list(dict.fromkeys([*own["search_id"], *searches["search_id"]]))


def submission_names(submissions: pd.DataFrame) -> dict[str, str]:
    """Submission id → its search and the day it was received."""
    columns = ("submission_id", "title", "received_on")
    return {
        submission: words.SUBMISSION.format(title=title, day=figures.day(received), id=submission)
        for submission, title, received in zip(*(submissions[c] for c in columns), strict=True)
    }


def _labelled(column: str, value: str, names: Names) -> str:
    read = names.read(column, value)
    if column == "due_on":
        return words.DUE.format(day=read)
    if column == "closed_on":
        return words.KEPT_ON.format(day=read)
    if column == "dropped_on":
        return words.DROPPED_ON.format(day=read)
    return f"{words.FIELDS[column].lower()} {read}" if column in LABELLED else read


def _floor_and_target(values: Values) -> str:
    return words.TOLD["target"].format(
        floor=floor_word(values["metric"]),
        floor_value=_percent(values["floor"]),
        target_value=_percent(values["target"]),
    )


def _percent(kept: str) -> str:
    return figures.percent(float(kept))
