"""What the Overview says."""

import pandas as pd

from partnership import figures, palette
from partnership.figures import Card, Judge
from partnership.findings.cards import rate_card
from partnership.findings.time_to_fill import filled_card
from partnership.labels import overview as words

# How the small chart draws rows of meeting_rhythm.
IN_TOUCH = {"value": "rhythm_coverage", "of": ("covered_days", "window_days")}
REDUNDANT_PARTS = {
    "resubmitted": (words.REDUNDANT_PARTS["resubmitted"], palette.RESUBMITTED),
    "post_reject": (words.REDUNDANT_PARTS["post_reject"], palette.POST_REJECT),
    "collision": (words.REDUNDANT_PARTS["collision"], palette.COLLISION),
    "known_here": (words.REDUNDANT_PARTS["known_here"], palette.KNOWN_HERE),
}
OFFER_PARTS = {
    "accepted": (words.OFFER_PARTS["accepted"], palette.ACCEPTED),
    "declined": (words.OFFER_PARTS["declined"], palette.DECLINED),
    "expired": (words.OFFER_PARTS["expired"], palette.EXPIRED),
    "rescinded": (words.OFFER_PARTS["rescinded"], palette.RESCINDED),
    "pending": (words.OFFER_PARTS["pending"], palette.PENDING),
}


def finding(partnerships: pd.DataFrame, replies: pd.DataFrame) -> str:
    """Who has gone silent, and whether HR itself answers in time."""
    parts = [_silence(partnerships), _answers(replies)]
    said = [part for part in parts if part]
    return f"{'; '.join(said)}." if said else ""


def filled(rows: pd.DataFrame, quarters: pd.DataFrame, target: Judge | None) -> Card:
    """Filled by day 60, from rows of fill_counts."""
    return filled_card(
        words.FILLED_BY_60, rows, quarters, words.FILLED_OF, words.EXPLAINED["filled"], target
    )


def in_touch(rows: pd.DataFrame | None, quarters: pd.DataFrame, target: Judge | None) -> Card:
    """In touch as agreed, from rows of meeting_rhythm; None where no meetings came in. Days follow
    each other, so no likely range."""
    names = ("covered_days", "window_days", "rhythm_coverage")
    return _card(words.IN_TOUCH, rows, quarters, names, words.IN_TOUCH_OF, "in_touch", target)


def redundant(rows: pd.DataFrame, quarters: pd.DataFrame, target: Judge | None) -> Card:
    """Redundant submissions, from rows of redundant_submissions."""
    names = ("redundant", "submissions", "redundancy_rate", "redundancy_low", "redundancy_high")
    return _card(words.REDUNDANT, rows, quarters, names, words.REDUNDANT_OF, "redundant", target)


def accepted(rows: pd.DataFrame | None, quarters: pd.DataFrame, target: Judge | None) -> Card:
    """Offers accepted, from rows of offer_outcomes with their `answered`."""
    names = ("accepted", "answered", "acceptance_rate", "acceptance_low", "acceptance_high")
    return _card(words.ACCEPTED, rows, quarters, names, words.ACCEPTED_OF, "accepted", target)


def hr_answers(rows: pd.DataFrame, quarters: pd.DataFrame, target: Judge | None) -> Card:
    """HR's answers within two working days, from rows of feedback_latency."""
    names = ("on_time", "evaluable", "on_time_rate")
    return _card(words.HR_ANSWERS, rows, quarters, names, words.HR_ANSWERS_OF, "answers", target)


def kickoff(rows: pd.DataFrame | None, quarters: pd.DataFrame, target: Judge | None) -> Card:
    """Kickoffs with all three, from rows of kickoff_coverage."""
    names = ("tri_party", "due", "tri_party_rate", "tri_party_low", "tri_party_high")
    return _card(words.KICKOFF, rows, quarters, names, words.KICKOFF_OF, "kickoff", target)


def with_answered(offers: pd.DataFrame) -> pd.DataFrame:
    """Rows of offer_outcomes with the number that got an answer, the denominator of their rate."""
    return offers.assign(answered=offers["accepted"] + offers["declined"] + offers["expired"])


def partnership_table(partnerships: pd.DataFrame) -> pd.DataFrame:
    """The partnerships with their state in words, the longest overdue first."""
    ordered = partnerships.sort_values(["overdue_days", "agency_name"], ascending=[False, True])
    states = zip(ordered["overdue_days"], ordered["silent_days"], strict=True)
    return ordered.assign(state=[_state(overdue, silent) for overdue, silent in states])


def none_redundant(quarters: pd.DataFrame) -> str:
    """What is said in the place of an empty chart: there were submissions, none redundant."""
    if quarters["submissions"].sum() and not quarters["redundant"].sum():
        return words.NONE_REDUNDANT
    return ""


def _card(
    label: str,
    rows: pd.DataFrame | None,
    quarters: pd.DataFrame,
    names: tuple[str, ...],
    of: str,
    explained: str,
    target: Judge | None,
) -> Card:
    return rate_card(
        label, rows, quarters, names, of=of, explained=words.EXPLAINED[explained], target=target
    )


def _state(overdue: float | None, silent: float | None) -> str:
    if figures.is_missing(overdue):
        return words.STATE_UNSEEN
    if overdue:
        return words.STATE_SILENT.format(days=figures.days(silent))
    return words.STATE_RELEASED if figures.is_missing(silent) else words.STATE_IN_TOUCH


def _silence(partnerships: pd.DataFrame) -> str:
    known = partnerships["overdue_days"].dropna() if len(partnerships) else pd.Series(dtype=float)
    if known.empty:
        return ""
    silent = int((known > 0).sum())
    if len(known) == 1:
        alone = words.ALONE_SILENT if silent else words.ALONE_IN_TOUCH
        return alone.format(agency=partnerships.loc[known.index[0], "agency_name"])
    named = figures.counted(len(known), words.PARTNERSHIP, words.PARTNERSHIPS)
    if not silent:
        return words.SILENT_NONE.format(partnerships=named)
    verb = words.ONE_IS if silent == 1 else words.MANY_ARE.format(count=silent)
    return words.SILENT.format(partnerships=named, silent=verb)


def _answers(replies: pd.DataFrame) -> str:
    if replies.empty or not figures.is_enough(replies["evaluable"].iloc[0]):
        return ""
    return words.HR_IN_TIME.format(share=figures.percent(replies["on_time_rate"].iloc[0]))
