"""Time to fill: how long, and who fills?"""

from functools import partial

from partnership import charts
from partnership.findings import time_to_fill as findings
from partnership.labels import time_to_fill as words
from partnership.ui import open_screen

DAYS = (30, 60, 90)
OLDEST = 12

screen = open_screen(
    words.TITLE, metrics=("time_to_fill", "time_to_fill_curve", "fill_counts", "open_search_age")
)

with screen.controls():
    clock = screen.switch("clock", words.CLOCKS, label=words.CLOCK)
    by = screen.pick_group("compare", words.GROUPS, label=words.COMPARE)

summary = screen.one("time_to_fill", clock=clock)
filled = {day: screen.rows("fill_counts", day=day, where={"within_days": day}) for day in DAYS}
quarters = {
    day: screen.by_quarter("fill_counts", day=day, where={"within_days": day}) for day in DAYS
}
open_now = screen.one("open_search_age", filters=screen.whole_time, clock=clock)

screen.finding(findings.finding(summary))
targets = {day: screen.target(f"time_to_fill.filled_by_{day}_rate") for day in DAYS}
screen.cards(findings.cards(summary, filled, quarters, open_now, targets))

with screen.part():
    screen.chart(
        words.CURVE,
        screen.rows("time_to_fill_curve", clock=clock),
        partial(charts.filled_by_whom, **findings.medians(summary)),
        note=findings.curve_note(summary),
    )
    screen.cases_behind(words.CASES, "opening", columns=words.CASE_COLUMNS)

left, right = screen.halves()
with left, screen.part():
    screen.chart(
        words.TREND,
        quarters[60],
        partial(charts.trend, axis=words.FILLED_AXIS, **findings.FILLED),
        columns=words.FILLED_COLUMNS,
        note=words.TREND_NOTE,
    )
with right, screen.part():
    screen.chart(
        words.COMPARISON[by],
        screen.rows("fill_counts", by=by, day=60, where={"within_days": 60}),
        partial(charts.bars, axis=words.FILLED_AXIS, **findings.FILLED),
        columns=words.FILLED_COLUMNS,
        note=findings.comparison_note(by),
    )
    screen.cases_behind(words.CASES_60, "opening", day=60, columns=words.CASE_COLUMNS)

with screen.part():
    open_openings = findings.labelled_by_search(
        screen.cases("open_opening", filters=screen.whole_time, clock=clock)
    )
    screen.chart(
        words.OPEN_BY_AGE,
        open_openings,
        partial(
            charts.ages, days="age_days", at_most=OLDEST, kind="is_on_hold", marked=findings.ON_HOLD
        ),
        columns=words.OPEN_COLUMNS,
        note=findings.ages_note(min(OLDEST, len(open_openings)), open_now),
    )

with screen.part():
    screen.table(
        words.TABLE, screen.rows("time_to_fill", by=by, clock=clock), columns=words.TABLE_COLUMNS
    )

screen.close()
