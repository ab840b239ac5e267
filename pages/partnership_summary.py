"""Partnership summary: one agency on one page, to print and to take along."""

from typing import Any

from partnership.findings import forecast, overview, summary
from partnership.findings import my_partnership as partner
from partnership.labels import partnership_summary as words
from partnership.readers import EVERY_READER
from partnership.ui import open_screen
from partnership.ui.partner import pick_partner

DAY_60: dict[str, Any] = {"where": {"within_days": 60}}

screen = open_screen(
    words.TITLE,
    is_about_one=True,
    metrics=(
        "fill_counts",
        "fill_forecast",
        "meeting_rhythm",
        "kickoff_coverage",
        "feedback_latency",
        "redundant_submissions",
        "offer_outcomes",
        "partnership_overview",
    ),
    readers=EVERY_READER,
)
agency = pick_partner(screen)
if agency is None:
    screen.say(words.NO_AGENCY)
else:
    screen.narrow_to(agency)
    own = screen.facts.is_agencys_own
    sides = partner.sides(screen.partner_names[agency], is_agencys_own=own)
    met = screen.shows("meetings")
    rhythm = screen.measured("meeting_rhythm", "rhythm_coverage", is_seen=met)
    kickoffs = screen.measured("kickoff_coverage", "tri_party_rate", is_seen=met)
    filled = screen.measured("fill_counts", "time_to_fill.filled_by_60_rate", **DAY_60)
    replies = screen.measured("feedback_latency", "on_time_rate")
    redundant = screen.measured("redundant_submissions", "redundancy_rate")
    offers = screen.measured(
        "offer_outcomes",
        "acceptance_rate",
        is_seen=screen.shows("offers"),
        prepared=overview.with_answered,
    )
    contacts = screen.rows("partnership_contact") if met else None
    promised = screen.cases("commitment", filters=screen.whole_time)
    promises = promised if screen.shows("commitments") else None
    screen.sheet(
        summary.sheet(
            screen.partner_names[agency],
            period=screen.period_in_words,
            as_of=screen.facts.as_of,
            is_sample=screen.facts.is_sample,
            sentence=summary.status(screen.rows("partnership_status")) if screen.is_hrs else "",
            cards=(
                partner.filled(filled, sides),
                overview.in_touch(rhythm),
                overview.kickoff(kickoffs),
                partner.answers(replies, sides),
                overview.redundant(redundant),
                overview.accepted(offers),
            ),
            ours=summary.our_side(replies.rows, kickoffs.rows),
            theirs=summary.agency_side(screen.rows("partnership_overview"), screen.rows("funnel")),
            meetings=summary.meetings(contacts),
            searches=summary.open_searches(
                screen.rows("open_search_age", filters=screen.whole_time),
                forecast.with_chances(
                    screen.cases("open_opening", filters=screen.whole_time),
                    screen.rows("fill_forecast", filters=screen.whole_time),
                    key="opening_id",
                ),
            ),
            promises=promises,
            foot=screen.origin_in_words,
            is_agencys_own=own,
        )
    )
screen.close()
