"""What Redundant submissions says of hours, consent and disputed fees."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from partnership import figures, money
from partnership.figures import Card
from partnership.findings.cards import Measured, measured_card
from partnership.labels import redundant_submissions as words
from partnership.settings import current

Row = Mapping[str, Any]

CONSENT_NAMES = ("with_consent", "submissions", "consent_rate", "consent_low", "consent_high")
# How long reading one may be taken to last, as the choice is kept in the address.
MINUTES = {str(each): words.MINUTES_OF.format(minutes=each) for each in words.MINUTES_OFFERED}
ASSUMED = str(words.MINUTES_ASSUMED)


def cards(
    effort: Row | None, consent: Measured, disputes: pd.DataFrame | None, as_of: date
) -> list[Card]:
    """Hours, consent, disputed fees: a row of wasted_effort, measured by consent_coverage, rows of
    disputed_fees (None where the files hold no disputes)."""
    return [
        _hours_card(effort),
        measured_card(
            words.CONSENT,
            consent,
            CONSENT_NAMES,
            of=words.CONSENT_OF,
            explained=words.CONSENT_EXPLAINED,
        ),
        _fees_card(disputes, as_of),
    ]


def _hours_card(effort: Row | None) -> Card:
    label, explained = words.HOURS, words.HOURS_EXPLAINED
    if effort is None:
        return figures.share_card(label, 0, 0, None, explained=explained)
    if figures.is_missing(effort["hours"]):
        return figures.share_card(label, None, None, None, explained=explained)
    basis = words.HOURS_BASIS.format(
        redundant=figures.number(effort["redundant"]),
        minutes=figures.number(effort["minutes_each"]),
    )
    hours = words.HOURS_VALUE.format(hours=figures.number(effort["hours"]))
    return Card(label, hours, basis, words.HOURS_NOTE, explained=explained)


def _fees_card(disputes: pd.DataFrame | None, as_of: date) -> Card:
    label, explained = words.FEES, words.FEES_EXPLAINED
    if disputes is None:
        return figures.share_card(label, None, None, None, explained=explained)
    if disputes.empty:
        return Card(label, "0", explained=explained)
    pairs = zip(disputes["open_fee_at_stake"], disputes["currency"], strict=True)
    found = money.total(pairs, current().reporting_currency, current().rates, as_of)
    count, days = disputes["disputes"].sum(), disputes["median_days"].iloc[0]
    is_told = figures.is_enough_for_a_median(count) and not figures.is_missing(days)
    return Card(
        label,
        figures.number(count),
        words.FEES_BASIS.format(open=figures.number(disputes["open"].sum())),
        likely=words.FEES_AT_STAKE.format(fees=money.in_words(found)) if found.sums else "",
        target=words.FEES_DAYS.format(days=figures.days(days)) if is_told else "",
        explained=explained,
    )
