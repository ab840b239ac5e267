"""A share with what was agreed of it, and what its likely range lets one say."""

from dataclasses import dataclass
from typing import Literal

from partnership import figures
from partnership.filters import Filters
from partnership.periods import group_of
from partnership.review.asked import BEFORE, QUARTER, YEAR, Asked, Row
from partnership.targets import Target

Standing = Literal["nothing", "few", "no target", "at", "past", "short", "between", "chance"]


@dataclass(frozen=True)
class Share:
    """k of n cases; None where the files can't show them."""

    name: str
    k: int | None
    n: int | None
    rate: float | None
    low: float | None = None
    high: float | None = None
    agreed: Target | None = None
    by_agency: int | None = None  # of the k, where others can bring them about

    @property
    def standing(self) -> Standing:
        """What the whole likely range says against floor and target: *past* lies wholly beyond the
        floor, *short* wholly beyond the target but not the floor, *between* wholly between them;
        *chance* where it holds the target."""
        if not self.n or self.k is None:
            return "nothing"
        if not figures.is_enough(self.n):
            return "few"
        agreed = self.agreed
        if agreed is None:
            return "no target"
        if self.low is None or self.high is None or not figures.is_enough_for_evidence(self.n):
            return "chance"
        worst, best = (self.low, self.high) if agreed.is_upward else (self.high, self.low)
        if agreed.is_as_good(worst, agreed.target):
            return "at"
        if agreed.is_as_good(best, agreed.target):
            return "chance"
        if not agreed.is_as_good(best, agreed.floor):
            return "past"
        return "between" if agreed.is_as_good(worst, agreed.floor) else "short"

    @property
    def reached(self) -> float | None:
        """How much of the way from the floor to the target: 0 at the floor, 1 at the target, less
        and more beyond them; None where nothing is agreed or measured."""
        if self.agreed is None or self.rate is None:
            return None
        way = self.agreed.target - self.agreed.floor
        if not way:
            return 1.0 + self.rate - self.agreed.target
        return (self.rate - self.agreed.floor) / way

    @property
    def is_met(self) -> bool:
        """Whether the target was met in this period, which chance alone may have done."""
        if self.agreed is None or self.rate is None:
            return False
        return self.agreed.is_as_good(self.rate, self.agreed.target)


@dataclass(frozen=True)
class Measure:
    """A share over the four quarters, in the quarter, and in the same four a year before."""

    year: Share
    quarter: Share
    before: Share

    @property
    def name(self) -> str:
        """How it is named, like the agreed targets are."""
        return self.year.name


@dataclass(frozen=True)
class Names:
    """Where a metric keeps a share: its metric, which of its rows, and its columns."""

    metric: str
    k: str
    n: str
    rate: str
    low: str
    high: str
    by_agency: str = ""
    where: tuple[tuple[str, object], ...] = ()
    table: str = ""  # without which it can't be seen
    agreed: str = ""  # the name of what was agreed, where it is another


NAMES = {
    "time_to_fill.filled_by_60_rate": Names(
        "fill_counts", "filled", "reached", "filled_rate", "filled_low", "filled_high",
        "filled_by_agency", (("within_days", 60),),
    ),
    "redundant_submissions.redundancy_rate": Names(
        "redundant_submissions", "redundant", "submissions", "redundancy_rate",
        "redundancy_low", "redundancy_high",
    ),
    "offer_outcomes.acceptance_rate": Names(
        "offer_outcomes", "accepted", "answered", "acceptance_rate",
        "acceptance_low", "acceptance_high",
    ),
    "offer_outcomes.net_acceptance_rate": Names(
        "offer_starts", "started", "decided", "net_acceptance_rate",
        "net_acceptance_low", "net_acceptance_high",
    ),
    # As the screen of reply times has it; the line of the scorecard counts by another rule, and has
    # another name.
    "interview_feedback.answered_rate": Names(
        "interview_feedback", "on_time", "evaluable", "on_time_rate", "on_time_low", "on_time_high",
        table="interviews", agreed="interview_feedback.on_time_rate",
    ),
}  # fmt: skip


def measured(asked: Asked, name: str) -> Measure:
    """The share of this name: from its own metric, else from its line of the scorecard."""
    if name in NAMES:
        return Measure(*(of_span(asked, name, span) for span in (YEAR, QUARTER, BEFORE)))
    row = asked.row("scorecard_lines", YEAR, where=(("line", name),))
    return from_line(asked, row, name)


def of_span(asked: Asked, name: str, span: str | Filters) -> Share:
    """The share in one span of time, from its own metric."""
    names = NAMES[name]
    return _share(asked, name, asked.row(names.metric, span, where=names.where), names)


def by_quarter(asked: Asked, name: str) -> list[tuple[str, Share]]:
    """The share of each of the four quarters, by the quarter's name."""
    names = NAMES.get(name) or LINES_BY_QUARTER[name]
    found = []
    for back in (-3, -2, -1, 0):
        quarter = asked.quarter.plus(back)
        label = quarter.label.split(" (")[0]
        where = (("group", group_of(quarter)), *names.where)
        row = asked.row(names.metric, YEAR, by="quarter", where=where)
        found.append((label, _share(asked, name, row, names)))
    return found


def _on_time(metric: str) -> Names:
    return Names(metric, "on_time", "evaluable", "on_time_rate", "on_time_low", "on_time_high")


LINES_BY_QUARTER = {
    "feedback_latency.on_time_rate": _on_time("feedback_latency"),
    "first_candidate.on_time_rate": _on_time("first_candidate"),
}


def from_line(asked: Asked, row: Row | None, name: str) -> Measure:
    """A line of the scorecard, which holds all three spans."""
    if row is None:
        none = Share(name, None, None, None, agreed=asked.target(name))
        return Measure(none, none, none)
    floor, target = row["floor"], row["target"]
    agreed = None if target is None else Target(floor, target)
    quarter, before = (
        Share(name, row[f"{span}_k"], row[f"{span}_n"], row[f"{span}_rate"], agreed=agreed)
        for span in ("quarter", "before")
    )
    year = Share(name, row["k"], row["n"], row["rate"], row["low"], row["high"], agreed)
    return Measure(year, quarter, before)


def _share(asked: Asked, name: str, row: Row | None, names: Names) -> Share:
    agreed = asked.target(names.agreed or name)
    if row is None:
        none = None if names.table and not asked.shows(names.table) else 0
        return Share(name, none, none, None, agreed=agreed)
    k, n, rate, low, high = (row[c] for c in (names.k, names.n, names.rate, names.low, names.high))
    by_agency = row[names.by_agency] if names.by_agency else None
    return Share(name, k, n, rate, low, high, agreed, by_agency)
