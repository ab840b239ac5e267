"""How many of the cases that a number counts are disputed, for its card."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from partnership import figures
from partnership.figures import Card
from partnership.findings.disputed import Dispute
from partnership.labels import disputed as words

# Metric → the kinds of case that it counts, and what of them: who owns a submission moves no reply
# time, and a fee no share of redundant ones. None is whatever is said to be wrong.
ANYTHING: frozenset[str] | None = None
OF_A_REPLY, OF_OWNING = (
    frozenset({"date", "other", ""}),
    frozenset({"ownership", "date", "other", ""}),
)
_REPLIES = {"submission": OF_A_REPLY}
_OPENINGS = {"opening": ANYTHING, "search": ANYTHING}
_OFFERS, _STARTS = {"offer": ANYTHING}, {"placement": ANYTHING}
COUNTED: Mapping[str, Mapping[str, frozenset[str] | None]] = {
    "fill_counts": _OPENINGS,
    "meeting_rhythm": {"meeting": ANYTHING, "silence": ANYTHING},
    "kickoff_coverage": {"meeting": ANYTHING},
    "redundant_submissions": {"submission": OF_OWNING},
    "resubmissions": {"submission": OF_OWNING},
    "feedback_latency": _REPLIES,
    "interview_feedback": {},
    "interview_scheduling": {},
    "offer_turnaround": _OFFERS,
    "first_candidate": _OPENINGS,
    "request_replies": {"question": ANYTHING},
    "offer_outcomes": _OFFERS,
    "offer_starts": _OFFERS | _STARTS,
    "time_to_accept": _OFFERS,
    "retention": _STARTS,
    "guarantee_leavers": _STARTS,
    "manager_rating": _STARTS,
    "cost_per_hire": _STARTS | {"submission": frozenset({"fee"})},
}


def of_metric(disputes: Sequence[Dispute], metric: str) -> list[Dispute]:
    """Those about cases that a metric counts; none for no metric."""
    counted = COUNTED[metric] if metric else {}
    return [
        one for one in disputes if one.kind in counted and _is_told_by(counted[one.kind], one.about)
    ]


def beside(card: Card, disputes: Sequence[Dispute], metric: str) -> Card:
    """The card with how many cases of its metric are disputed, and where they are listed."""
    count = len(of_metric(disputes, metric))
    if not count:
        return card
    number = figures.number(count)
    where = words.ON_A_CARD.format(disputed=words.DISPUTED.format(count=number))
    return replace(card, disputed=number, explained=f"{card.explained} {where}".strip())


def _is_told_by(moves: frozenset[str] | None, about: str) -> bool:
    return moves is None or about in moves
