"""My partnership: where do we stand, and what do I bring on Thursday?"""

from typing import Any

from partnership.findings import forecast, overview
from partnership.findings import my_partnership as findings
from partnership.labels import my_partnership as words
from partnership.readers import EVERY_READER
from partnership.ui import open_screen
from partnership.ui.partner import pick_partner

DAY_60: dict[str, Any] = {"where": {"within_days": 60}}

screen = open_screen(words.TITLE, is_about_one=True, readers=EVERY_READER)
own = screen.facts.is_agencys_own
screen.metrics = (
    "waiting_now",
    "fill_counts",
    "fill_forecast",
    "resubmissions" if own else "redundant_submissions",
    "feedback_latency",
    "offer_outcomes",
    "partnership_contact",
)
partner = pick_partner(screen)
if partner is None and not own:
    screen.end_with(words.NO_PARTNER)
if partner is not None:
    screen.narrow_to(partner)
    screen.leads_to("quarterly_review.py", words.MAKE_THE_DECK, icon="co_present")
name = screen.partner_names[partner] if partner else None
sides = findings.sides(name, is_agencys_own=own)
now = screen.whole_time
waiting = screen.rows("waiting_now", filters=now)

screen.finding(findings.finding(waiting, sides))
for side, called, note in (
    ("client", sides.client, words.CLIENT_NOTE),
    ("agency", sides.agency, words.AGENCY_NOTE),
):
    with screen.part():
        ended = findings.ended_note(waiting, side)
        screen.table(
            words.WAITING_ON.format(side=called),
            findings.waiting_table(screen.cases(f"waiting_on_{side}", filters=now)),
            columns=words.WAITING_COLUMNS,
            note=f"{note} {ended}",
            instead=words.NOTHING_WAITS.format(side=called),
        )

with screen.part():
    searches = screen.cases("open_search", filters=now)
    screen.table(
        words.SEARCHES,
        forecast.with_chances(
            findings.searches_table(searches),
            screen.rows("fill_forecast", filters=now),
            key="search_id",
        ),
        columns=words.SEARCH_COLUMNS,
        note=findings.searches_note(searches) + forecast.search_note(is_agencys_own=own),
        instead=words.NONE_OPEN,
    )
    screen.link("reply_times.py", words.WHOSE_CLOCK)

with screen.part():
    filled = screen.measured("fill_counts", "time_to_fill.filled_by_60_rate", **DAY_60)
    offers = screen.measured(
        "offer_outcomes",
        "acceptance_rate",
        is_seen=screen.shows("offers"),
        prepared=overview.with_answered,
    )
    replies = screen.measured("feedback_latency", "on_time_rate")
    if own:
        repeated = findings.sent_twice(screen.measured("resubmissions", "resubmitted_rate"))
    else:
        repeated = overview.redundant(screen.measured("redundant_submissions", "redundancy_rate"))
    screen.say("", title=words.HEADLINES_OF.format(period=screen.period_in_words))
    screen.cards(
        [
            findings.filled(filled, sides),
            repeated,
            findings.answers(replies, sides),
            overview.accepted(offers),
        ],
        of=(
            "fill_counts",
            "resubmissions" if own else "redundant_submissions",
            "feedback_latency",
            "offer_outcomes",
        ),
    )

for quarter in screen.quarters[-1:]:
    cases, of_quarter = screen.of_quarter(quarter), words.OF_QUARTER.format(quarter=quarter.label)
    with screen.part():
        screen.cases_behind(
            of_quarter + words.CASES_FILLED,
            "partner_opening",
            filters=cases,
            day=60,
            columns=words.OPENING_COLUMNS,
        )
        screen.cases_behind(
            of_quarter + (words.CASES_TWICE if own else words.CASES_REDUNDANT),
            "partner_submission",
            filters=cases,
            where={"redundancy_class": "resubmitted"} if own else {"is_redundant": True},
            columns=words.REDUNDANT_COLUMNS,
        )
        screen.cases_behind(
            of_quarter + words.CASES_LATE,
            "partner_submission",
            filters=cases,
            where={"is_on_time": False, "is_excluded": False},
            columns=words.LATE_COLUMNS,
        )
        screen.cases_behind(
            of_quarter + words.CASES_OFFERS, "offer", filters=cases, columns=words.OFFER_COLUMNS
        )

with screen.part():
    promised = screen.cases("commitment")
    typed = screen.typed_since("commitments", partner)
    screen.table(
        words.PROMISES,
        findings.promises_table(promised, typed, sides, screen.facts.as_of),
        columns=findings.promise_columns(typed),
        note=words.PROMISES_NOTE,
        instead=words.NO_PROMISES if screen.shows("commitments") else words.PROMISES_UNSEEN,
    )

with screen.part():
    contact = screen.one("partnership_contact", filters=now) if screen.shows("meetings") else None
    screen.say(
        findings.meetings(contact, len(screen.typed_since("meetings", partner))),
        title=words.MEETINGS,
    )
    screen.link("records.py", words.LOG)

screen.close()
