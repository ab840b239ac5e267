"""What the Offers screen says of how offers came about, and when people start."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from partnership import figures, tables
from partnership.figures import Card
from partnership.findings.cards import Measured, measured_card
from partnership.labels import offers as words

Row = Mapping[str, Any]

LED_NAMES = ("led_by_agency", "negotiated", "agency_led_rate", "agency_led_low", "agency_led_high")
COUNTER_NAMES = ("cited", "lost", "counter_offer_rate", "counter_offer_low", "counter_offer_high")
PAY_NAMES = ("within_5", "stated", "within_5_rate", "within_5_low", "within_5_high")
# How a chart draws a row of terms_granted.
GRANTED = {
    "value": "granted_rate",
    "low": "granted_low",
    "high": "granted_high",
    "of": ("granted", "asked"),
}


def cards(lead: Measured, counter: Measured, pay: Measured, starts: Row | None) -> list[Card]:
    """Who negotiated, what a counter-offer took, how near the expected pay was, when people start;
    measured by negotiation_lead, counter_offers and pay_expectation, a row of time_to_start."""
    return [
        _with_rest(
            measured_card(
                words.LED, lead, LED_NAMES, of=words.LED_OF, explained=words.LED_EXPLAINED
            ),
            words.LED_REST,
            lead,
            none="not_negotiated",
            unknown="unknown_lead",
        ),
        _with_rest(_counter_card(counter), words.COUNTER_REST, counter, without="without_reason"),
        _pay_card(pay),
        _first_day_card(starts),
    ]


def terms(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of terms_granted that somebody asked for, in words."""
    asked = rows[rows["asked"].fillna(0) > 0]
    worded = [words.ANY_TERM if term == "any" else tables.word(term) for term in asked["term"]]
    return asked.assign(term=worded, label=worded)


def without_terms(rows: pd.DataFrame) -> str:
    """What is said in the place of a chart of terms that would be empty."""
    if rows.empty or rows["asked"].fillna(0).any():
        return ""
    return words.TERMS_UNSEEN if rows["asked"].isna().all() else words.NO_TERMS


def starts_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of time_to_start, the group with the most first; no middle value of a few."""
    few = ~rows["accepted"].map(figures.is_enough_for_a_median)
    named = rows.rename(
        columns={"median_days": "middle_days", "median_days_from_opening": "middle_from_opening"}
    )
    days = ["middle_days", "middle_from_opening", "first_quarter_days", "third_quarter_days"]
    named[days] = named[days].mask(few)
    ordered = named.sort_values(["accepted", "label"], ascending=[False, True])
    ordered.attrs = dict(rows.attrs)
    return ordered


def _with_rest(card: Card, said: str, measured: Measured, **columns: str) -> Card:
    """The card with what stands beside its share, where the files show it."""
    row = {} if measured.seen.empty else measured.seen.iloc[0]
    values = {name: row.get(column) for name, column in columns.items()}
    if any(value is None or figures.is_missing(value) for value in values.values()):
        return card
    rest = said.format(**{name: figures.number(value) for name, value in values.items()})
    return replace(card, basis=f"{card.basis}; {rest}" if card.basis else rest)


def _counter_card(counter: Measured) -> Card:
    names, label, explained = COUNTER_NAMES, words.COUNTER, words.COUNTER_EXPLAINED
    rows = counter.seen
    # Lost ones of which none says why can't name a counter-offer.
    if len(rows) and rows["lost"].iloc[0] and figures.is_missing(rows[names[2]].iloc[0]):
        return figures.share_card(label, None, None, None, explained=explained)
    return measured_card(label, counter, names, of=words.COUNTER_OF, explained=explained)


def _pay_card(pay: Measured) -> Card:
    card = measured_card(words.PAY, pay, PAY_NAMES, of=words.PAY_OF, explained=words.PAY_EXPLAINED)
    row = None if pay.seen.empty else pay.seen.iloc[0]
    if row is None or not figures.is_enough_for_a_median(row["stated"]):
        return card
    rest = words.PAY_REST.format(difference=figures.percent(row["median_difference"]))
    return replace(card, basis=f"{card.basis}; {rest}")


def _first_day_card(starts: Row | None) -> Card:
    label, explained = words.FIRST_DAY, words.FIRST_DAY_EXPLAINED
    if starts is None:
        return figures.share_card(label, 0, 0, None, explained=explained)
    basis = words.FIRST_DAY_BASIS.format(
        accepted=figures.number(starts["accepted"]), planned=figures.number(starts["planned"])
    )
    days = starts["median_days"]
    if figures.is_missing(days) and starts["accepted"]:
        return figures.share_card(label, None, None, None, explained=explained)
    if not figures.is_enough_for_a_median(starts["accepted"]):
        return Card(label, figures.DASH, basis, explained=explained)
    middle = words.FIRST_DAY_MIDDLE.format(
        low=figures.number(starts["first_quarter_days"]),
        high=figures.days(starts["third_quarter_days"]),
    )
    likely = figures.likely_days(starts["median_low"], starts["median_high"])
    return Card(label, figures.days(days), basis, likely, before=middle, explained=explained)
