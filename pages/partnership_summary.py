"""Partnership summary: one agency on one page, to print and to take along."""

from partnership.findings import overview, summary
from partnership.labels import partnership_summary as words
from partnership.ui import open_screen
from partnership.ui.partner import pick_partner

DAY_60 = {"where": {"within_days": 60}}

screen = open_screen(
    words.TITLE,
    metrics=(
        "fill_counts",
        "meeting_rhythm",
        "kickoff_coverage",
        "feedback_latency",
        "redundant_submissions",
        "offer_outcomes",
    ),
)
agency = pick_partner(screen)
if agency is None:
    screen.say(words.NO_AGENCY)
else:
    screen.narrow_to(agency)
    met, offered = screen.shows("meetings"), screen.shows("offers")
    rhythm = screen.measured("meeting_rhythm", "rhythm_coverage", is_seen=met)
    kickoffs = screen.measured("kickoff_coverage", "tri_party_rate", is_seen=met)
    replies = screen.measured("feedback_latency", "on_time_rate")
    promises = screen.cases("commitment", filters=screen.whole_time)
    screen.sheet(
        summary.sheet(
            screen.names["agency"][agency],
            period=screen.period_in_words,
            as_of=screen.facts.as_of,
            is_sample=screen.facts.is_sample,
            sentence=summary.status(screen.rows("partnership_status")),
            cards=(
                overview.filled(
                    screen.measured("fill_counts", "time_to_fill.filled_by_60_rate", **DAY_60)
                ),
                overview.in_touch(rhythm),
                overview.kickoff(kickoffs),
                overview.hr_answers(replies),
                overview.redundant(screen.measured("redundant_submissions", "redundancy_rate")),
                overview.accepted(
                    screen.measured(
                        "offer_outcomes",
                        "acceptance_rate",
                        is_seen=offered,
                        prepared=overview.with_answered,
                    )
                ),
            ),
            ours=summary.our_side(replies.rows, kickoffs.rows),
            theirs=summary.agency_side(screen.rows("partnership_overview"), screen.rows("funnel")),
            meetings=summary.meetings(screen.rows("partnership_contact") if met else None),
            searches=summary.open_searches(
                screen.rows("open_search_age", filters=screen.whole_time),
                screen.cases("open_opening", filters=screen.whole_time),
            ),
            promises=promises if screen.shows("commitments") else None,
            foot=screen.origin_in_words,
        )
    )
screen.close()
