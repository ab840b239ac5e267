"""Overview: which partnerships need a conversation, and is it us?"""

from functools import partial
from typing import Any

from partnership import charts
from partnership.findings import my_partnership as partner
from partnership.findings import overview as findings
from partnership.findings import time_to_fill as curves
from partnership.labels import overview as words
from partnership.labels.meetings import RHYTHM_COLUMNS
from partnership.labels.offers import OUTCOME_COLUMNS
from partnership.labels.redundant_submissions import KIND_COLUMNS
from partnership.labels.time_to_fill import CURVE_COLUMNS
from partnership.ui import open_screen
from partnership.ui.partnerships import draw_changes, draw_partnerships

SMALL = 300
DAY_60: dict[str, Any] = {"where": {"within_days": 60}}

screen = open_screen(
    words.TITLE,
    metrics=(
        "fill_counts",
        "meeting_rhythm",
        "redundant_submissions",
        "offer_outcomes",
        "feedback_latency",
        "kickoff_coverage",
        "partnership_status",
        "partnership_measures",
        "measure_changes",
        "measure_months",
    ),
)
partnerships = screen.rows("partnership_status")
has_meetings, has_offers = screen.shows("meetings"), screen.shows("offers")
filled = screen.measured("fill_counts", "time_to_fill.filled_by_60_rate", **DAY_60)
in_touch = screen.measured("meeting_rhythm", "rhythm_coverage", is_seen=has_meetings)
kickoffs = screen.measured("kickoff_coverage", "tri_party_rate", is_seen=has_meetings)
replies = screen.measured("feedback_latency", "on_time_rate")
redundant = screen.measured("redundant_submissions", "redundancy_rate")
offers = screen.measured(
    "offer_outcomes", "acceptance_rate", is_seen=has_offers, prepared=findings.with_answered
)

screen.finding(findings.finding(partnerships))
sides = partner.sides(None, is_agencys_own=screen.facts.is_agencys_own)
screen.cards(
    [
        partner.filled(filled, sides),
        findings.in_touch(in_touch),
        findings.kickoff(kickoffs),
        partner.answers(replies, sides),
        findings.redundant(redundant),
        findings.accepted(offers),
    ],
    of=(
        "fill_counts",
        "meeting_rhythm",
        "kickoff_coverage",
        "feedback_latency",
        "redundant_submissions",
        "offer_outcomes",
    ),
)

wide, narrow = screen.wide_and_narrow()
with wide, screen.part():
    draw_partnerships(screen, partnerships)
with narrow, screen.part():
    draw_changes(screen)

upper, lower = screen.halves(), screen.halves()
with upper[0], screen.part():
    curve = curves.curve_table(screen.rows("time_to_fill_curve"))
    screen.chart(
        words.CURVE,
        curve,
        partial(charts.filled_by_whom, height=SMALL),
        columns=CURVE_COLUMNS,
        instead=curves.too_few_for_a_curve(curve, words.CURVE_TOO_FEW),
        note=words.CURVE_NOTE,
        opens="time_to_fill.py",
    )
with upper[1], screen.part():
    screen.chart(
        words.MEETINGS,
        in_touch.quarters,
        partial(charts.trend, axis=words.IN_TOUCH_AXIS, height=SMALL, **findings.IN_TOUCH),
        columns=RHYTHM_COLUMNS,
        instead="" if screen.shows("meetings") else words.NO_MEETINGS,
        note=words.MEETINGS_NOTE,
        opens="meetings.py",
    )
with lower[0], screen.part():
    screen.chart(
        words.REDUNDANT_KINDS,
        redundant.quarters,
        partial(charts.stacked_bars, parts=findings.REDUNDANT_PARTS, upright=True,
                axis=words.SUBMISSIONS_AXIS, height=SMALL),
        columns=KIND_COLUMNS,
        instead=screen.unseen_by_an_agency or findings.none_redundant(redundant.quarters),
        note=words.REDUNDANT_NOTE,
        opens="redundant_submissions.py",
    )  # fmt: skip
with lower[1], screen.part():
    screen.chart(
        words.OFFERS,
        offers.quarters,
        partial(charts.stacked_bars, parts=findings.OFFER_PARTS, upright=True,
                axis=words.OFFERS_AXIS, height=SMALL),
        columns=OUTCOME_COLUMNS,
        instead="" if screen.shows("offers") else words.NO_OFFERS,
        note=words.OFFERS_NOTE,
        opens="offers.py",
    )  # fmt: skip

screen.close()
