"""What the Reply times screen says of both clocks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from partnership import figures
from partnership.figures import Card
from partnership.findings.cards import Measured, measured_card
from partnership.findings.my_partnership import Sides, sides
from partnership.labels import my_partnership as sides_words
from partnership.labels import reply_times as words
from partnership.settings import current
from partnership.targets import Target

Row = Mapping[str, Any]
IN_TIME_NAMES = ("on_time", "evaluable", "on_time_rate", "on_time_low", "on_time_high")
# How a chart draws the rows of any of the clocks.
IN_TIME = {
    "value": "on_time_rate",
    "low": "on_time_low",
    "high": "on_time_high",
    "of": ("on_time", "evaluable"),
}


@dataclass(frozen=True)
class Clock:
    """One thing a side owes: the metric of its wait, and the column that counts its cases."""

    name: str
    side: str
    metric: str
    cases: str
    needs: tuple[str, ...] = ()
    how: Mapping[str, Any] = field(default_factory=dict)

    @property
    def called(self) -> str:
        """What it is called in short."""
        return words.CLOCKS[self.name][0]

    @property
    def title(self) -> str:
        """What is owed."""
        return words.CLOCKS[self.name][1]


INVITED: Mapping[str, Any] = {"where": {"step": "invite"}}
HELD: Mapping[str, Any] = {"where": {"step": "slot"}}
CLOCKS = (
    Clock("profile", "client", "feedback_latency", "submissions"),
    Clock("feedback", "client", "interview_feedback", "interviews", ("interviews",)),
    Clock("invite", "client", "interview_scheduling", "waits", ("interviews",), INVITED),
    Clock("slot", "both", "interview_scheduling", "waits", ("interviews",), HELD),
    Clock("offer", "client", "offer_turnaround", "decisions", ("interviews", "offers")),
    Clock("brief", "agency", "first_candidate", "briefs", ("briefs",)),
    Clock("request", "agency", "request_replies", "requests", ("requests",)),
)
Both = Mapping[str, Measured]


def sides_of(names: Sequence[str], *, is_agencys_own: bool) -> Sides:
    """The two sides, where these partners are looked at: one by its name, several as a kind."""
    one = names[0] if len(names) == 1 else None
    if is_agencys_own:
        return sides(one, is_agencys_own=True)
    return Sides(sides_words.HR, one or words.THE_AGENCIES)


def owes(side: str, of: Sides) -> str:
    """Whose clock it is, within a sentence."""
    name = {"client": of.client, "agency": of.agency, "both": words.BOTH_SIDES}[side]
    many = (words.THE_AGENCIES, words.BOTH_SIDES)
    said = words.MANY_OWE if name in many else words.ONE_OWES
    if name == sides_words.HR:
        said = words.HR_OWES
    elif name == sides_words.US:
        said = words.WE_OWE
    return said.format(side=name)


def heading(side: str, of: Sides) -> str:
    """Whose clock it is, above its headline numbers."""
    return words.IN_TIME_OF.format(owes=_sentence(owes(side, of)))


def asked(side: str, of: Sides) -> str:
    """The same, before what it owes is chosen."""
    return _sentence(owes(side, of))


def finding(both: Both, of: Sides) -> str:
    """How often each side is in time with what the other waits for first."""
    said = "; ".join(part for part in (_client(both, of), _agency(both, of)) if part)
    return f"{_sentence(said)}." if said else ""


def metrics_of(side: str) -> list[str]:
    """The metric of each of the side's cards."""
    return [clock.metric for clock in CLOCKS if clock.side == side]


def cards(both: Both, side: str) -> list[Card]:
    """A card for each thing this side owes."""
    return [_card(clock, both[clock.name]) for clock in CLOCKS if clock.side == side]


def names_of(side: str) -> dict[str, str]:
    """What a side owes, by the clock's name."""
    return {clock.name: clock.title for clock in CLOCKS if clock.side == side}


def unseen(measured: Measured) -> str:
    """What is said in the place of a chart that these files can't show; empty where they can."""
    return f"{_sentence(words.UNSEEN)}." if measured.rows is None else ""


def sides_with_late_ones(both: Both) -> list[str]:
    """Who was late with anything: one side, the other, or both together."""
    late = {
        clock.side
        for clock in CLOCKS
        for rows in (both[clock.name].seen,)
        if len(rows) and rows["evaluable"].iloc[0] > rows["on_time"].iloc[0]
    }
    return [side for side in ("client", "agency", "both") if side in late]


def clock_of(name: str) -> Clock:
    """The clock of this name."""
    return next(clock for clock in CLOCKS if clock.name == name)


def trend(quarters: pd.DataFrame) -> pd.DataFrame:
    """The quarters of a clock, as a table reads them too."""
    return _in_time(quarters)


def table(both: Both, of: Sides) -> pd.DataFrame:
    """A row for everything that one side owes the other."""
    return pd.DataFrame([_line(clock, both[clock.name], of) for clock in CLOCKS])


def half_within(row: Row, cases: str) -> str:
    """The working days within which half was answered, those still waiting counted."""
    if not figures.is_enough_for_a_median(row[cases]):
        return ""
    if figures.is_missing(row["median_days"]):
        return words.HALF_NOT_YET
    if not row["median_days"]:
        return words.HALF_SAME_DAY
    days = figures.counted(row["median_days"], words.DAY, words.DAYS)
    return words.HALF_WITHIN.format(days=days)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _card(clock: Clock, measured: Measured) -> Card:
    label, _, things, rule = words.CLOCKS[clock.name]
    explained = words.EXPLAINED.format(rule=rule)
    agreed = words.LABEL_DAYS.get(clock.name, current().reply_days)
    days = figures.counted(agreed, words.DAY, words.DAYS)
    within_days = words.LABEL_WITHIN.format(
        label=words.LABEL_SHORT.get(clock.name, label), days=days
    )
    card = measured_card(within_days, measured, IN_TIME_NAMES, of=things, explained=explained)
    if measured.seen.empty:
        return card
    within = half_within(measured.seen.iloc[0], clock.cases)
    return replace(card, also=words.HALF.format(within=within) if within else "")


def _in_time(rows: pd.DataFrame) -> pd.DataFrame:
    shown = rows.assign(
        in_time=rows["on_time"], judged=rows["evaluable"], in_time_rate=rows["on_time_rate"]
    )
    shown.attrs = dict(rows.attrs)
    return shown


def _line(clock: Clock, measured: Measured, of: Sides) -> dict[str, Any]:
    owners = {"client": of.client, "agency": of.agency, "both": words.BOTH_SIDES}
    begin = {"owed": clock.title, "owed_by": owners[clock.side]}
    agreed = {"agreed": _agreed(measured.target)}
    if measured.seen.empty:
        unseen = words.UNSEEN if measured.rows is None else figures.DASH
        return begin | {"half_within": unseen} | agreed
    row = _in_time(measured.seen).iloc[0]
    names = ("in_time", "judged", "in_time_rate", "on_time_low", "on_time_high", "waiting")
    half = half_within(row, clock.cases) or figures.DASH
    return begin | {"half_within": half} | {name: row[name] for name in names} | agreed


def _agreed(target: object) -> str:
    if not isinstance(target, Target):
        return words.NO_TARGET
    return words.TARGET.format(
        target=figures.percent(target.target), floor=figures.percent(target.floor)
    )


def _client(both: Both, of: Sides) -> str:
    rows = both["profile"].seen
    if rows.empty or not rows["evaluable"].iloc[0]:
        return words.FINDING_NOTHING
    row = rows.iloc[0]
    k, n = figures.number(row["on_time"]), figures.number(row["evaluable"])
    return words.FINDING_CLIENT.format(side=of.client, k=k, n=n)


def _agency(both: Both, of: Sides) -> str:
    rows = both["brief"].seen
    if rows.empty or not rows["evaluable"].iloc[0]:
        return ""
    k, n = figures.number(rows["on_time"].iloc[0]), figures.number(rows["evaluable"].iloc[0])
    side = words.WE if of.agency == sides_words.US else of.agency
    return words.FINDING_AGENCY.format(side=side, k=k, n=n)
