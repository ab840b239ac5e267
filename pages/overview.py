"""Overview: which partnerships need a conversation, and is it us?"""

from functools import partial
from typing import Any

from partnership import charts
from partnership.findings import overview as findings
from partnership.findings import time_to_fill as curves
from partnership.labels import overview as words
from partnership.labels.meetings import RHYTHM_COLUMNS
from partnership.labels.offers import OUTCOME_COLUMNS
from partnership.labels.redundant_submissions import KIND_COLUMNS
from partnership.labels.time_to_fill import CURVE_COLUMNS
from partnership.ui import open_screen

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
        "partnership_overview",
    ),
)
partnerships = screen.rows("partnership_overview")
replies = screen.rows("feedback_latency")
offers = findings.with_answered(screen.rows("offer_outcomes"))
filled_by_quarter = screen.by_quarter("fill_counts", **DAY_60)
rhythm_by_quarter = screen.by_quarter("meeting_rhythm")
redundant_by_quarter = screen.by_quarter("redundant_submissions")
offers_by_quarter = findings.with_answered(screen.by_quarter("offer_outcomes"))

screen.finding(findings.finding(partnerships, replies))
screen.cards(
    [
        findings.filled(
            screen.rows("fill_counts", **DAY_60),
            filled_by_quarter,
            screen.target("time_to_fill.filled_by_60_rate"),
        ),
        findings.in_touch(
            screen.rows("meeting_rhythm") if screen.shows("meetings") else None,
            rhythm_by_quarter,
            screen.target("meeting_rhythm.rhythm_coverage"),
        ),
        findings.kickoff(
            screen.rows("kickoff_coverage") if screen.shows("meetings") else None,
            screen.by_quarter("kickoff_coverage"),
            screen.target("kickoff_coverage.tri_party_rate"),
        ),
        findings.hr_answers(
            replies,
            screen.by_quarter("feedback_latency"),
            screen.target("feedback_latency.on_time_rate"),
        ),
        findings.redundant(
            screen.rows("redundant_submissions"),
            redundant_by_quarter,
            screen.target("redundant_submissions.redundancy_rate"),
        ),
        findings.accepted(
            offers if screen.shows("offers") else None,
            offers_by_quarter,
            screen.target("offer_outcomes.acceptance_rate"),
        ),
    ]
)

with screen.part():
    screen.table(
        words.PARTNERSHIPS_TABLE,
        findings.partnership_table(partnerships),
        columns=words.COLUMNS,
        note=words.PARTNERSHIPS_NOTE,
    )

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
        rhythm_by_quarter,
        partial(charts.trend, axis=words.IN_TOUCH_AXIS, height=SMALL, **findings.IN_TOUCH),
        columns=RHYTHM_COLUMNS,
        instead="" if screen.shows("meetings") else words.NO_MEETINGS,
        note=words.MEETINGS_NOTE,
        opens="meetings.py",
    )
with lower[0], screen.part():
    screen.chart(
        words.REDUNDANT_KINDS,
        redundant_by_quarter,
        partial(charts.stacked_bars, parts=findings.REDUNDANT_PARTS, upright=True,
                axis=words.SUBMISSIONS_AXIS, height=SMALL),
        columns=KIND_COLUMNS,
        instead=findings.none_redundant(redundant_by_quarter),
        note=words.REDUNDANT_NOTE,
        opens="redundant_submissions.py",
    )  # fmt: skip
with lower[1], screen.part():
    screen.chart(
        words.OFFERS,
        offers_by_quarter,
        partial(charts.stacked_bars, parts=findings.OFFER_PARTS, upright=True,
                axis=words.OFFERS_AXIS, height=SMALL),
        columns=OUTCOME_COLUMNS,
        instead="" if screen.shows("offers") else words.NO_OFFERS,
        note=words.OFFERS_NOTE,
        opens="offers.py",
    )  # fmt: skip

screen.close()
