"""Time to fill: how long, and who fills?"""

from functools import partial
from typing import Any

from partnership import charts
from partnership.findings import ended_openings, forecast
from partnership.findings import other_definitions as others
from partnership.findings import time_to_fill as findings
from partnership.labels import ended_openings as ended_words
from partnership.labels import other_definitions as other_words
from partnership.labels import time_to_fill as words
from partnership.readers import EVERY_READER
from partnership.ui import open_screen

DAYS = (30, 60, 90)
OLDEST = 12

screen = open_screen(
    words.TITLE,
    metrics=(
        "time_to_fill",
        "time_to_fill_curve",
        "fill_counts",
        "open_search_age",
        "fill_forecast",
        "fill_rate",
        "time_to_hire",
        "vendor_definitions",
    ),
    readers=EVERY_READER,
)

clock = screen.switch("clock", words.CLOCKS, label=words.CLOCK)
summary = screen.one("time_to_fill", clock=clock)
asked: dict[int, dict[str, Any]] = {
    day: {"where": {"within_days": day}, "clock": clock} for day in DAYS
}
filled = {day: screen.rows("fill_counts", **asked[day]) for day in DAYS}
quarters = {day: screen.by_quarter("fill_counts", **asked[day]) for day in DAYS}
open_now = screen.one("open_search_age", filters=screen.whole_time, clock=clock)

own = screen.facts.is_agencys_own
screen.finding(findings.own_finding(filled[60]) if own else findings.finding(summary))
targets = {day: screen.target(f"time_to_fill.filled_by_{day}_rate") for day in DAYS}
before = {day: screen.before("fill_counts", **asked[day]) for day in DAYS}
screen.cards(
    findings.cards(summary, filled, quarters, open_now, targets, before, is_agencys_own=own),
    of=["fill_counts"] * 6,
)

with screen.part():
    curve = findings.curve_table(screen.rows("time_to_fill_curve", clock=clock))
    screen.chart(
        words.CURVE,
        curve,
        partial(charts.filled_by_whom, **findings.medians(summary)),
        columns=words.CURVE_COLUMNS,
        note=findings.curve_note(summary, is_agencys_own=own),
        instead=findings.too_few_for_a_curve(curve),
    )
    screen.cases_behind(
        words.CASES, "opening", columns=words.CASE_COLUMNS, counted=(filled[30], "reached")
    )

left, right = screen.halves()
with left, screen.part():
    screen.chart(
        words.TREND,
        quarters[60],
        partial(charts.trend, axis=words.FILLED_AXIS, **findings.FILLED),
        columns=words.FILLED_COLUMNS,
        note=words.TREND_NOTE,
    )
    screen.cases_behind(
        words.CASES_60,
        "opening",
        day=60,
        columns=words.CASE_COLUMNS,
        counted=(filled[60], "reached"),
    )
with right, screen.part():
    chances = screen.rows("fill_forecast", filters=screen.whole_time)
    open_openings = forecast.with_chances(
        findings.labelled_by_search(
            screen.cases("open_opening", filters=screen.whole_time, clock=clock)
        ),
        chances,
        key="opening_id",
    )
    screen.chart(
        words.OPEN_BY_AGE,
        open_openings,
        partial(
            charts.ages,
            days="age_days",
            at_most=OLDEST,
            kind="is_on_hold",
            marked=findings.ON_HOLD,
            axis=words.AGE_AXIS[clock],
            beside="chance",
        ),
        columns=words.OPEN_COLUMNS,
        note=findings.ages_note(min(OLDEST, len(open_openings)), open_now)
        + forecast.expected_note(chances, is_agencys_own=own),
    )

by = screen.pick_group("compare", words.GROUPS, label=words.COMPARE)
with screen.part():
    screen.chart(
        words.COMPARISON[by],
        screen.rows("fill_counts", by=by, **asked[60]),
        partial(charts.bars, axis=words.FILLED_AXIS, **findings.FILLED),
        columns=words.FILLED_COLUMNS,
        note=findings.comparison_note(by),
    )
with screen.part():
    screen.table(
        words.TABLE,
        findings.group_table(screen.rows("time_to_fill", by=by, clock=clock)),
        columns=words.TABLE_COLUMNS,
        note=words.TABLE_NOTE,
    )

with screen.part():
    screen.say(ended_words.NOTE, title=ended_words.TITLE)
    screen.cards(
        ended_openings.cards(
            screen.measured("fill_rate", "fill_rate", quarterly=False),
            screen.one("time_to_hire"),
            is_agencys_own=own,
        )
    )
    screen.link("reply_times.py", words.WHOSE_CLOCK)

# Other systems' definitions speak of every fill, which an agency's own files don't show.
if not (own or screen.is_on_a_wall):
    with screen.part():
        definitions = screen.rows("vendor_definitions")
        screen.say(other_words.NOTE, title=other_words.TITLE)
        chosen = screen.pick("beside", others.NAMES, label=other_words.SWITCH)
        screen.cards(others.cards(definitions, chosen))
        screen.say(others.sentence(definitions, chosen))
        screen.table(other_words.TABLE, others.table(definitions), columns=other_words.COLUMNS)

screen.close()
