"""Offers: what happens to our offers?"""

from functools import partial

from partnership import charts
from partnership.findings import negotiation
from partnership.findings import offers as findings
from partnership.findings.overview import OFFER_PARTS, with_answered
from partnership.labels import offers as words
from partnership.readers import EVERY_READER
from partnership.ui import open_screen

screen = open_screen(
    words.TITLE,
    metrics=(
        "offer_outcomes",
        "offer_starts",
        "time_to_accept",
        "decline_reasons",
        "negotiation_lead",
        "counter_offers",
        "pay_expectation",
        "terms_granted",
        "time_to_start",
    ),
    needs=("offers",),
    readers=EVERY_READER,
)
screen.leads_to("hires.py", words.DO_HIRES_STAY, icon="badge")

offers = screen.measured("offer_outcomes", "acceptance_rate", prepared=with_answered)
starts = screen.measured("offer_starts", "offer_outcomes.net_acceptance_rate")
outcomes, quarters = offers.seen, offers.quarters

screen.finding(findings.finding(outcomes))
screen.cards(
    findings.cards(offers, starts, screen.one("time_to_accept")),
    of=("offer_outcomes", "offer_starts", "offer_starts", "time_to_accept", "offer_outcomes"),
)

with screen.part():
    screen.chart(
        words.OUTCOMES,
        quarters,
        partial(charts.stacked_bars, parts=OFFER_PARTS, upright=True, axis=words.OFFERS_AXIS),
        columns=words.OUTCOME_COLUMNS,
        note=words.OUTCOMES_NOTE,
    )
    screen.cases_behind(
        words.CASES, "offer", columns=words.CASE_COLUMNS, counted=(outcomes, "answered")
    )

left, right = screen.halves()
with left, screen.part():
    screen.chart(
        words.TREND,
        quarters,
        partial(charts.trend, axis=words.ACCEPTED_AXIS, **findings.ACCEPTED),
        columns=words.RATE_COLUMNS,
        note=words.TREND_NOTE,
    )
with right, screen.part():
    declined = findings.reasons(screen.rows("decline_reasons"))
    screen.chart(
        words.REASONS,
        declined,
        partial(charts.bars, value="share", of=("offers", "declined"), axis=words.REASONS_AXIS),
        columns=words.REASON_COLUMNS,
        note=findings.reasons_note(declined),
    )

with screen.part():
    screen.say("", title=words.NEGOTIATED)
    screen.cards(
        negotiation.cards(
            screen.measured("negotiation_lead", "agency_led_rate", quarterly=False),
            screen.measured("counter_offers", "counter_offer_rate", quarterly=False),
            screen.measured("pay_expectation", "within_5_rate", quarterly=False),
            screen.one("time_to_start"),
        )
    )
left, right = screen.halves()
with left, screen.part():
    terms = screen.rows("terms_granted")
    screen.chart(
        words.TERMS,
        negotiation.terms(terms),
        partial(charts.bars, axis=words.TERMS_AXIS, **negotiation.GRANTED),
        columns=words.TERM_COLUMNS,
        note=words.TERMS_NOTE,
        instead=negotiation.without_terms(terms),
    )
with right, screen.part():
    screen.chart(
        words.BY_LEAD,
        with_answered(screen.rows("offer_outcomes", by="negotiation_led_by")),
        partial(charts.bars, axis=words.ACCEPTED_AXIS, **findings.ACCEPTED),
        columns=words.RATE_COLUMNS,
        note=words.BY_LEAD_NOTE,
    )

by = screen.pick_group("compare", words.GROUPS, label=words.COMPARE)
groups = with_answered(screen.rows("offer_outcomes", by=by))
left, right = screen.halves()
with left, screen.part():
    screen.chart(
        words.COMPARISON[by],
        groups,
        partial(charts.bars, axis=words.ACCEPTED_AXIS, **findings.ACCEPTED),
        columns=words.RATE_COLUMNS,
        note=words.COMPARISON_NOTE,
    )
with right, screen.part():
    screen.table(
        words.STARTS,
        negotiation.starts_table(screen.rows("time_to_start", by="country")),
        columns=words.START_COLUMNS,
        note=words.STARTS_NOTE,
    )

with screen.part():
    screen.table(
        words.TABLE,
        findings.group_table(groups, screen.rows("offer_starts", by=by)),
        columns=words.TABLE_COLUMNS,
        note=words.TABLE_NOTE,
    )

screen.close()
