"""Reply times: do both sides answer in time, and who waits for whom?"""

from functools import partial

from partnership import charts
from partnership.filters import EVERYTHING
from partnership.findings import reply_times as findings
from partnership.labels import reply_times as words
from partnership.ui import open_screen

screen = open_screen(
    words.TITLE,
    metrics=(
        "feedback_latency",
        "interview_feedback",
        "interview_scheduling",
        "offer_turnaround",
        "first_candidate",
        "request_replies",
    ),
)


def is_seen(clock: findings.Clock) -> bool:
    """Whether the files show anything of this wait at all."""
    if not all(map(screen.shows, clock.needs)):
        return False
    return not screen.rows(clock.metric, filters=EVERYTHING, **clock.how).empty


both = {
    clock.name: screen.measured(clock.metric, "on_time_rate", is_seen=is_seen(clock), **clock.how)
    for clock in findings.CLOCKS
}
sides = findings.sides_of(screen.partners_chosen, is_agencys_own=screen.facts.is_agencys_own)

screen.finding(findings.finding(both, sides))
screen.cards_of_sides(
    {
        words.IN_TIME_OF.format(owes=findings.owes(side, sides)): findings.cards(both, side)
        for side in ("client", "agency")
    }
)

for side, place in zip(("client", "agency"), screen.halves(), strict=True):
    with place, screen.part():
        clock = findings.clock_of(
            screen.pick(f"of_{side}", findings.names_of(side), label=findings.owes(side, sides))
        )
        screen.chart(
            words.TREND_OF.format(what=clock.called),
            findings.trend(both[clock.name]),
            partial(charts.trend, axis=words.IN_TIME_AXIS, **findings.IN_TIME),
            columns=words.TREND_COLUMNS,
        )

with screen.part():
    screen.table(
        words.BOTH,
        findings.table(both, sides),
        columns=words.BOTH_COLUMNS,
        note=words.BOTH_NOTE,
    )

screen.close()
