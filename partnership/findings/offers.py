"""What the Offers screen says."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from partnership import figures, tables
from partnership.figures import Card
from partnership.findings.cards import Measured, measured_card
from partnership.labels import offers as words

Row = Mapping[str, Any]

# How a chart draws a row of offer_outcomes that knows its `answered`.
ACCEPTED = {
    "value": "acceptance_rate",
    "low": "acceptance_low",
    "high": "acceptance_high",
    "of": ("accepted", "answered"),
}
ACCEPTED_NAMES = ("accepted", "answered", "acceptance_rate", "acceptance_low", "acceptance_high")

NET_NAMES = (
    "started",
    "decided",
    "net_acceptance_rate",
    "net_acceptance_low",
    "net_acceptance_high",
)


def finding(outcomes: pd.DataFrame) -> str:
    """How many accepted, and how many of those never came."""
    if outcomes.empty:
        return ""
    row = outcomes.iloc[0]
    accepted, answered = figures.number(row["accepted"]), figures.number(row["answered"])
    if not row["answered"]:
        return words.NONE_ANSWERED
    if row["answered"] == 1:
        outcome = words.WAS_ACCEPTED if row["accepted"] else words.WAS_NOT
        return words.ONLY_ONE.format(outcome=outcome)
    if not figures.is_enough(row["answered"]):
        return words.FEW.format(accepted=accepted, answered=answered)
    sentence = words.FINDING_ONE if row["accepted"] == 1 else words.FINDING
    return sentence.format(accepted=accepted, answered=answered, started=_started(row))


def cards(offers: Measured, starts: Measured, soon: Row | None) -> list[Card]:
    """Accepted, started, never started, how soon, and what is waiting.

    `offers` are measured by offer_outcomes with their `answered`, `starts` by offer_starts; `soon`
    is a row of time_to_accept.
    """
    return [
        measured_card(
            words.ACCEPTED,
            offers,
            ACCEPTED_NAMES,
            of=words.ACCEPTED_OF,
            explained=words.ACCEPTED_EXPLAINED,
        ),
        measured_card(words.NET, starts, NET_NAMES, of=words.NET_OF, explained=words.NET_EXPLAINED),
        _reneged_card(starts.seen),
        _half_card(soon),
        _pending_card(offers.seen),
    ]


def group_table(outcomes: pd.DataFrame, starts: pd.DataFrame) -> pd.DataFrame:
    """Rows of offer_outcomes, with their `answered`, beside those of offer_starts for the same
    groups; the group with the most offers first."""
    known = ["group", "decided", "started", "net_acceptance_rate"]
    apart = outcomes.drop(columns=["started", "net_acceptance_rate"], errors="ignore")
    joined = apart.merge(starts[known], on="group", how="left")
    ordered = joined.sort_values(["extended", "label"], ascending=[False, True])
    ordered.attrs = dict(outcomes.attrs)
    return ordered


def reasons(declined: pd.DataFrame) -> pd.DataFrame:
    """Rows of decline_reasons with their words and the number of all declined offers."""
    worded = [tables.word(str(reason)) for reason in declined["reason"]]
    return declined.assign(label=worded, declined=declined["offers"].sum())


def reasons_note(declined: pd.DataFrame) -> str:
    """How many declined offers the reasons are of."""
    if declined.empty:
        return ""
    count = int(declined["offers"].sum())
    offers = figures.counted(count, words.DECLINED_ONE, words.DECLINED_MANY)
    return words.REASONS_NOTE.format(offers=offers)


def _started(row: Row) -> str:
    if figures.is_missing(row["reneged"]):
        return ""
    if not row["reneged"]:
        return words.ALL_STARTED
    return words.STARTED.format(reneged=figures.number(row["reneged"]))


def _reneged_card(starts: pd.DataFrame) -> Card:
    explained = words.RENEGED_EXPLAINED
    if starts.empty:
        return figures.share_card(words.RENEGED, 0, 0, None, explained=explained)
    row = starts.iloc[0]
    if figures.is_missing(row["reneged"]):
        return figures.share_card(words.RENEGED, None, None, None, explained=explained)
    basis = words.RENEGED_BASIS.format(due=figures.number(row["start_due"]))
    return Card(words.RENEGED, figures.number(row["reneged"]), basis, explained=explained)


def _half_card(soon: Row | None) -> Card:
    if soon is None:
        return figures.share_card(words.HALF, 0, 0, None, explained=words.HALF_EXPLAINED)
    basis = words.HALF_BASIS.format(
        offers=figures.number(soon["offers"]),
        lost=figures.number(soon["lost"]),
        pending=figures.number(soon["pending"]),
    )
    value = figures.days(soon["half_accepted_days"])
    return Card(words.HALF, value, basis, explained=words.HALF_EXPLAINED)


def _pending_card(outcomes: pd.DataFrame) -> Card:
    if outcomes.empty:
        return Card(words.PENDING, "0")
    row = outcomes.iloc[0]
    basis = words.PENDING_BASIS.format(extended=figures.number(row["extended"]))
    return Card(words.PENDING, figures.number(row["pending"]), basis)
