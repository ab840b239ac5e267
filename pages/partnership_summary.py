"""Partnership summary: one agency on one page, to print and to take along."""

from partnership.findings import overview, summary
from partnership.labels import partnership_summary as words
from partnership.ui import open_screen
from partnership.ui.partner import pick_partner

DAY_60 = {"within_days": 60}

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
    met = screen.shows("meetings")
    partnerships, replies = screen.rows("partnership_overview"), screen.rows("feedback_latency")
    filled, redundant = (
        screen.rows("fill_counts", where=DAY_60),
        screen.rows("redundant_submissions"),
    )
    rhythm = screen.rows("meeting_rhythm") if met else None
    kickoffs = screen.rows("kickoff_coverage") if met else None
    contacts = screen.rows("partnership_contact") if met else None
    offers = overview.with_answered(screen.rows("offer_outcomes"))
    promised = screen.cases("commitment", filters=screen.whole_time)
    promises = promised if screen.shows("commitments") else None
    no_trend = replies.head(0)
    screen.sheet(
        summary.sheet(
            screen.names["agency"][agency],
            period=screen.period_in_words,
            as_of=screen.facts.as_of,
            is_sample=screen.facts.is_sample,
            sentence=overview.finding(partnerships, replies),
            cards=(
                overview.filled(filled, no_trend, screen.target("time_to_fill.filled_by_60_rate")),
                overview.in_touch(
                    rhythm, no_trend, screen.target("meeting_rhythm.rhythm_coverage")
                ),
                overview.kickoff(
                    kickoffs, no_trend, screen.target("kickoff_coverage.tri_party_rate")
                ),
                overview.hr_answers(
                    replies, no_trend, screen.target("feedback_latency.on_time_rate")
                ),
                overview.redundant(
                    redundant, no_trend, screen.target("redundant_submissions.redundancy_rate")
                ),
                overview.accepted(
                    offers if screen.shows("offers") else None,
                    no_trend,
                    screen.target("offer_outcomes.acceptance_rate"),
                ),
            ),
            ours=summary.our_side(replies, kickoffs),
            theirs=summary.agency_side(partnerships, screen.rows("funnel")),
            meetings=summary.meetings(contacts),
            searches=summary.open_searches(
                screen.rows("open_search_age", filters=screen.whole_time),
                screen.cases("open_opening", filters=screen.whole_time),
            ),
            promises=promises,
            foot=screen.origin_in_words,
        )
    )
screen.close()
