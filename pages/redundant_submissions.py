"""Redundant submissions: how much of what arrives is redundant, and who could have prevented it?"""

from functools import partial

from partnership import charts
from partnership.findings import effort_and_disputes as beside
from partnership.findings import redundant_submissions as findings
from partnership.findings.overview import REDUNDANT_PARTS
from partnership.labels import line_cases as lines
from partnership.labels import redundant_submissions as words
from partnership.readers import EVERY_READER
from partnership.ui import open_screen, overlap

screen = open_screen(
    words.TITLE,
    metrics=(
        "redundant_submissions",
        "ownership",
        "collision_pairs",
        "funnel",
        "wasted_effort",
        "consent_coverage",
        "disputed_fees",
        *overlap.METRICS,
    ),
    readers=EVERY_READER,
)

redundant = screen.measured("redundant_submissions", "redundancy_rate")
totals, quarters = redundant.seen, redundant.quarters

screen.finding(findings.finding(totals))
# The kinds are parts of the first.
screen.cards(findings.cards(redundant), of=["redundant_submissions", *[""] * 5])

with screen.part():
    screen.chart(
        words.BY_QUARTER,
        quarters,
        partial(
            charts.stacked_bars, parts=REDUNDANT_PARTS, upright=True, axis=words.SUBMISSIONS_AXIS
        ),
        columns=words.KIND_COLUMNS,
        note=words.BY_QUARTER_NOTE,
    )
    screen.cases_behind(
        words.CASES,
        "submission",
        where={"is_redundant": True},
        columns=words.CASE_COLUMNS,
        counted=(findings.with_redundant(totals), "submissions"),
    )
if to_judge := findings.to_judge(totals):
    screen.link("who_is_who.py", to_judge)

by = screen.pick_group("compare", words.GROUPS, label=words.COMPARE)
groups = findings.by_number(screen.rows("redundant_submissions", by=by))
left, right = screen.halves()
with left, screen.part():
    screen.chart(
        words.COMPARISON[by],
        groups,
        partial(charts.bars, axis=words.RATE_AXIS, **findings.RATE),
        columns=words.RATE_COLUMNS,
        note=words.COMPARISON_NOTE,
        instead=screen.unseen_by_an_agency,
    )
with right, screen.part():
    screen.chart(
        words.KINDS_BY_GROUP,
        groups,
        partial(charts.stacked_bars, parts=REDUNDANT_PARTS, axis=words.SUBMISSIONS_AXIS),
        columns=words.KIND_COLUMNS,
        note=words.KINDS_NOTE,
    )

left, right = screen.halves()
with left, screen.part():
    screen.chart(
        words.TREND,
        quarters,
        partial(charts.trend, axis=words.RATE_AXIS, **findings.RATE),
        columns=words.RATE_COLUMNS,
        note=words.TREND_NOTE,
        instead=screen.unseen_by_an_agency,
    )
with right, screen.part():
    screen.chart(
        words.FUNNEL,
        findings.funnel_steps(screen.rows("funnel", by="channel", where={"group": "agency"})),
        partial(charts.bars, value="count", unit="count", said="said", axis=words.FUNNEL_AXIS),
        columns=words.FUNNEL_COLUMNS,
        note=words.FUNNEL_NOTE,
    )
with screen.part():
    screen.cases_behind(
        words.ALL_SENT, "submission", where={"channel": "agency"}, columns=words.SENT_COLUMNS
    )

# Who else sends what is for HR alone.
if screen.is_hrs:
    with screen.part():
        screen.table(
            words.PAIRS,
            screen.rows("collision_pairs"),
            columns=words.PAIR_COLUMNS,
            note=words.PAIRS_NOTE,
            instead=screen.unseen_by_an_agency,
        )
    overlap.draw_overlap(screen)
    with screen.part():
        people = screen.rows("ownership")
        screen.table(
            words.OWNERS,
            findings.owners(people),
            columns=words.OWNER_COLUMNS,
            note=""
            if screen.facts.is_agencys_own
            else findings.owners_note(people, screen.facts.as_of),
            instead=screen.unseen_by_an_agency,
        )
        screen.link("likely_owner.py", words.TO_OWNERS)
with screen.part():
    screen.say("", title=words.BESIDE)
    minutes = screen.pick("minutes", beside.MINUTES, label=words.MINUTES, default=beside.ASSUMED)
    screen.cards(
        beside.cards(
            screen.one("wasted_effort", minutes_each=int(minutes)),
            screen.measured("consent_coverage", "consent_rate", quarterly=False),
            screen.rows("disputed_fees") if screen.shows("disputes") else None,
            screen.facts.as_of,
        )
    )
    screen.cases_behind(
        words.WITHOUT_CONSENT,
        "line_case",
        line=lines.CONSENT,
        where={"is_counted": False},
        columns=words.CONSENT_COLUMNS,
    )
if screen.shows("disputes"):
    with screen.part():
        disputes = screen.cases("dispute", filters=screen.whole_time, where={"is_open": True})
        if disputes.empty:
            screen.say(words.NO_DISPUTES, title=words.DISPUTES)
        else:
            screen.table(
                words.DISPUTES,
                findings.with_fee(disputes),
                columns=words.DISPUTE_COLUMNS,
                note=findings.disputes_note(disputes, screen.facts.as_of),
            )

screen.close()
