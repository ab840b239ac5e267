"""Reply times: do both sides answer in time, and who waits for whom?"""

from functools import partial

from partnership import charts
from partnership.filters import EVERYTHING
from partnership.findings import reply_times as findings
from partnership.findings import silence
from partnership.labels import line_cases as lines
from partnership.labels import reply_times as words
from partnership.readers import EVERY_READER
from partnership.ui import open_screen, whose_clock
from partnership.ui.waiting_list import draw_waiting

screen = open_screen(
    words.TITLE,
    metrics=(
        "waiting_now",
        "feedback_latency",
        "interview_feedback",
        "interview_scheduling",
        "offer_turnaround",
        "first_candidate",
        "request_replies",
        "feedback_curve",
        "silent_submissions",
        "rejections_with_reason",
        "price_of_silence",
        "lost_by_step",
        "lost_while_waiting",
        *whose_clock.METRICS,
    ),
    readers=EVERY_READER,
)


def is_seen(clock: findings.Clock) -> bool:
    """Whether the files show anything of this wait at all."""
    if not all(map(screen.shows, clock.needs)):
        return False
    return not screen.rows(clock.metric, filters=EVERYTHING, **clock.how).empty


both = {
    clock.name: screen.measured(
        clock.metric, "on_time_rate", is_seen=is_seen(clock), quarterly=False, **clock.how
    )
    for clock in findings.CLOCKS
}
sides = findings.sides_of(screen.partners_chosen, is_agencys_own=screen.facts.is_agencys_own)

screen.finding(findings.finding(both, sides))
screen.cards_of_sides(
    {findings.heading(side, sides): findings.cards(both, side) for side in ("client", "agency")},
    of=[findings.metrics_of(side) for side in ("client", "agency")],
)

with screen.part():
    draw_waiting(screen, sides)

for side, place in zip(("client", "agency"), screen.halves(), strict=True):
    with place, screen.part():
        clock = findings.clock_of(
            screen.pick(f"of_{side}", findings.names_of(side), label=findings.asked(side, sides))
        )
        screen.chart(
            words.TREND_OF.format(what=clock.called),
            findings.trend(screen.by_quarter(clock.metric, **clock.how)),
            partial(charts.trend, axis=words.IN_TIME_AXIS, **findings.IN_TIME),
            columns=words.TREND_COLUMNS,
            instead=findings.unseen(both[clock.name]),
        )

left, right = screen.halves()
with left, screen.part():
    screen.chart(
        words.CURVE,
        screen.rows("feedback_curve"),
        partial(charts.still_waiting, limit=screen.facts.rules.reply_days),
        columns=words.CURVE_COLUMNS,
        note=words.CURVE_NOTE,
        instead=silence.curve_too_few(both["profile"].seen),
    )
with right, screen.part():
    screen.say("", title=words.SILENCE)
    screen.cards(
        silence.cards(
            screen.measured("silent_submissions", "silent_rate"),
            screen.measured("rejections_with_reason", "reason_rate"),
        ),
        of=["feedback_latency"] * 2,
    )
with screen.part():
    screen.cases_behind(words.SILENT_ONES, "silent_submission", columns=words.SILENT_COLUMNS)
    screen.cases_behind(
        words.REJECTIONS, "line_case", line=lines.REJECTIONS, columns=words.REJECTION_COLUMNS
    )

with screen.part():
    screen.table(
        words.BOTH,
        findings.table(both, sides),
        columns=words.BOTH_COLUMNS,
        note=words.BOTH_NOTE,
    )
    for side in findings.sides_with_late_ones(both):
        screen.cases_behind(
            words.LATE.format(owes=findings.owes(side, sides)),
            "late_reply",
            side=side,
            columns=words.LATE_COLUMNS,
        )

with screen.part():
    screen.say(silence.price(screen.one("price_of_silence"), sides), title=words.PRICE)
with screen.part():
    lost = screen.one("lost_while_waiting")
    screen.table(
        words.LOST,
        silence.lost_table(screen.rows("lost_by_step"), sides),
        columns=words.LOST_COLUMNS,
        note=words.LOST_NOTE,
        instead=silence.none_lost(lost),
    )
    screen.say(silence.lost(lost, sides))

with screen.part():
    whose_clock.draw_whose_clock(screen)

screen.close()
