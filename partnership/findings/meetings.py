"""What the Meetings screen says."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from partnership import figures
from partnership.figures import Card
from partnership.findings.cards import Measured, measured_card
from partnership.labels import meetings as words

Row = Mapping[str, Any]

# How a chart draws rows of meeting_rhythm and of kickoff_coverage.
IN_TOUCH = {"value": "rhythm_coverage", "of": ("covered_days", "window_days")}
ALL_THREE = {
    "value": "tri_party_rate",
    "low": "tri_party_low",
    "high": "tri_party_high",
    "of": ("tri_party", "due"),
}
RHYTHM_NAMES = ("covered_days", "window_days", "rhythm_coverage")
KICKOFF_NAMES = ("kickoffs", "due", "kickoff_rate")
PARTNERSHIP = ["agency_id", "client_id"]
ALL_THREE_NAMES = ("tri_party", "due", "tri_party_rate", "tri_party_low", "tri_party_high")


def finding(partnerships: pd.DataFrame) -> str:
    """How many are overdue, and who has been silent longest; rows of partnership_contact."""
    running = partnerships.dropna(subset=["silent_days"])
    if running.empty:
        return ""
    longest = running.loc[running["silent_days"].idxmax()]
    named = figures.counted(len(running), words.PARTNERSHIP, words.PARTNERSHIPS)
    overdue = int((running["overdue_days"] > 0).sum())
    several = (words.FINDING_NONE, words.FINDING)
    alone = (words.FINDING_ONE_NONE, words.FINDING_ONE)
    sentence = (alone if len(running) == 1 else several)[overdue > 0]
    return sentence.format(
        partnerships=named,
        overdue=words.ONE_IS if overdue == 1 else words.MANY_ARE.format(count=overdue),
        days=figures.days(longest["silent_days"]),
        agency=longest["agency_name"],
    )


def cards(
    rhythm: Measured,
    kickoffs: Measured,
    lead: Row | None,
    mix: Row | None,
    partnerships: pd.DataFrame,
) -> list[Card]:
    """In touch, overdue, kickoffs, all three there, how soon, formal and informal.

    What is agreed of `kickoffs` is the share with all three.
    """
    return [
        measured_card(
            words.IN_TOUCH,
            rhythm,
            RHYTHM_NAMES,
            of=words.IN_TOUCH_OF,
            explained=words.IN_TOUCH_EXPLAINED,
        ),
        _overdue_card(partnerships),
        measured_card(
            words.KICKOFF,
            replace(kickoffs, target=None),
            KICKOFF_NAMES,
            of=words.KICKOFF_OF,
            explained=words.KICKOFF_EXPLAINED,
        ),
        measured_card(
            words.ALL_THREE,
            kickoffs,
            ALL_THREE_NAMES,
            of=words.KICKOFF_OF,
            explained=words.ALL_THREE_EXPLAINED,
        ),
        _lead_card(lead),
        _informal_card(mix),
    ]


def by_silence(rows: pd.DataFrame, partnerships: pd.DataFrame) -> list[str]:
    """The agencies' names, the longest running silence first: the order of the strip."""
    ordered = partnerships.sort_values("silent_days", ascending=False, na_position="last")
    known = list(dict.fromkeys(ordered["agency_name"]))
    return known + sorted(set(rows["agency_name"]) - set(known))


def partnership_table(partnerships: pd.DataFrame, gaps: pd.DataFrame) -> pd.DataFrame:
    """Rows of partnership_contact with their state in words and, of meeting_gaps, the middle
    silence; the longest overdue first."""
    middle = gaps[[*PARTNERSHIP, "median_gap_days"]]
    ordered = partnerships.merge(middle, on=PARTNERSHIP, how="left").sort_values(
        ["overdue_days", "silent_days"], ascending=False, na_position="last"
    )
    states = zip(ordered["overdue_days"], ordered["silent_days"], strict=True)
    return ordered.assign(state=[_state(overdue, silent) for overdue, silent in states])


def _state(overdue: float | None, silent: float | None) -> str:
    if figures.is_missing(silent):
        return words.STATE_RELEASED
    if overdue and not figures.is_missing(overdue):
        return words.STATE_OVERDUE.format(days=figures.days(overdue))
    return words.STATE_IN_TOUCH


def _overdue_card(partnerships: pd.DataFrame) -> Card:
    running = partnerships.dropna(subset=["silent_days"])
    if len(partnerships) == 1:
        return _next_card(partnerships.iloc[0])
    named = figures.counted(len(running), words.PARTNERSHIP, words.PARTNERSHIPS)
    return Card(
        words.OVERDUE,
        figures.number(int((running["overdue_days"] > 0).sum())),
        words.OVERDUE_BASIS.format(partnerships=named),
        explained=words.OVERDUE_EXPLAINED,
    )


def _next_card(partnership: pd.Series) -> Card:
    """When the one partnership meets next, and whether it is late."""
    due, overdue = partnership["next_due_on"], partnership["overdue_days"]
    if figures.is_missing(partnership["silent_days"]) or figures.is_missing(due):
        return Card(words.NEXT_MEETING, figures.DASH, words.NOT_DUE, explained=words.NEXT_EXPLAINED)
    basis = words.DUE_BY.format(day=figures.day(due))
    if overdue > 0:
        return Card(words.OVERDUE, figures.days(overdue), basis, explained=words.NEXT_EXPLAINED)
    return Card(words.NEXT_MEETING, words.IN_TIME, basis, explained=words.NEXT_EXPLAINED)


def _lead_card(lead: Row | None) -> Card:
    if lead is None:
        return figures.share_card(words.LEAD, 0, 0, None, explained=words.LEAD_EXPLAINED)
    if figures.is_missing(lead["briefs"]):
        return figures.share_card(words.LEAD, None, None, None, explained=words.LEAD_EXPLAINED)
    days = lead["median_days"]
    late = words.LEAD_LATE.format(
        late=figures.number(lead["late"]), held=figures.number(lead["held"])
    )
    return Card(
        words.LEAD,
        figures.days(days),
        words.LEAD_BASIS.format(briefs=figures.number(lead["briefs"])),
        late,
        explained=words.LEAD_EXPLAINED,
    )


def _informal_card(mix: Row | None) -> Card:
    if mix is None:
        return figures.share_card(words.INFORMAL, 0, 0, None, explained=words.INFORMAL_EXPLAINED)
    basis = words.INFORMAL_BASIS.format(
        informal=figures.number(mix["informal"]), held=figures.number(mix["held"])
    )
    return Card(
        words.INFORMAL,
        figures.number(mix["informal"]),
        basis,
        words.INFORMAL_NOTE,
        explained=words.INFORMAL_EXPLAINED,
    )
