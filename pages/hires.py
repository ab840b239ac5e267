"""Do hires stay? Who is still here, what is owed for those who left early, and what hires cost."""

from functools import partial

from partnership import charts
from partnership.findings import hires as findings
from partnership.labels import hires as words
from partnership.readers import EVERY_READER
from partnership.ui import open_screen

screen = open_screen(
    words.TITLE,
    metrics=(
        "retention",
        "retention_curve",
        "guarantee_leavers",
        "manager_rating",
        "cost_per_hire",
    ),
    needs=("placements",),
    readers=EVERY_READER,
)
as_of, period = screen.facts.as_of, screen.filters

after_90 = screen.measured("retention", "retained_90_rate", day=90, quarterly=False)
after_365 = screen.measured("retention", "retained_365_rate", day=365, quarterly=False)
guarantee = screen.measured("guarantee_leavers", "fall_off_rate", quarterly=False)
rating = screen.measured("manager_rating", "favourable_rate", quarterly=False)
leavers = screen.cases("guarantee_leaver", filters=screen.whole_time)
quarters = findings.newest(screen.rows("retention", by="quarter", filters=screen.whole_time))
unseen = findings.unseen(quarters)
owed = findings.owed(leavers, period.period_start, period.period_end)

screen.finding(findings.finding(after_90.seen, after_365.seen, screen.one("guarantee_leavers")))
screen.cards(
    findings.cards(
        after_90, after_365, guarantee, rating, screen.rows("cost_per_hire"), owed, as_of
    ),
    of=("retention", "retention", "guarantee_leavers", "manager_rating", "cost_per_hire"),
)

with screen.part():
    curve = screen.rows("retention_curve")
    screen.chart(
        words.CURVE,
        curve,
        partial(charts.still_here, before=screen.before("retention_curve")),
        columns=words.CURVE_COLUMNS,
        note=findings.curve_note(curve),
        instead=unseen or findings.too_few_for_a_curve(curve),
    )
    screen.cases_behind(
        words.CASES, "starter", columns=words.CASE_COLUMNS, counted=(curve, "at_risk")
    )

left, right = screen.halves()
with left, screen.part():
    screen.chart(
        words.BY_QUARTER_90,
        quarters,
        partial(charts.by_start_quarter, axis=words.STAYED_AXIS, **findings.QUARTERS_90),
        columns=words.QUARTER_COLUMNS_90,
        note=words.BY_QUARTER_NOTE,
        instead=unseen,
    )
with right, screen.part():
    screen.chart(
        words.BY_QUARTER_365,
        quarters,
        partial(charts.by_start_quarter, axis=words.STAYED_AXIS, **findings.QUARTERS_365),
        columns=words.QUARTER_COLUMNS_365,
        note=words.BY_QUARTER_NOTE,
        instead=unseen,
    )

with screen.part():
    screen.table(
        words.OWED,
        owed,
        columns=words.OWED_COLUMNS,
        note=findings.owed_note(owed, as_of),
        instead=unseen or words.NOBODY_OWED,
    )

by = screen.pick_group("compare", words.GROUPS, label=words.COMPARE)
groups = screen.rows("retention", by=by, day=90)
left, right = screen.halves()
with left, screen.part():
    screen.chart(
        words.COMPARISON[by],
        groups,
        partial(charts.bars, axis=words.STAYED_AXIS, **findings.STAYED_90),
        columns=words.STAY_COLUMNS,
        note=words.COMPARISON_NOTE,
        instead=unseen,
    )
with right, screen.part():
    screen.chart(
        words.RATINGS,
        screen.rows("manager_rating", by="quarter"),
        partial(charts.stacked_bars, parts=findings.RATINGS, upright=True, axis=words.RATINGS_AXIS),
        columns=words.RATING_COLUMNS,
        note=words.RATINGS_NOTE,
    )

with screen.part():
    screen.table(
        words.TABLE,
        findings.group_table(
            groups,
            screen.rows("retention", by=by, day=365),
            screen.rows("guarantee_leavers", by=by),
            screen.rows("manager_rating", by=by),
            screen.rows("cost_per_hire", by=by),
            as_of,
        ),
        columns=words.TABLE_COLUMNS,
        note=words.TABLE_NOTE,
    )

screen.close()
