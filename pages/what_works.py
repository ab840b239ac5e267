"""What works here?: which of the article's claims hold in our data?"""

from functools import partial

from partnership import charts
from partnership.filters import EVERYTHING
from partnership.findings import what_works as findings
from partnership.labels import what_works as words
from partnership.ui import open_screen

screen = open_screen(words.TITLE, metrics=("claims",), is_filtered=False)

claims = findings.in_words(screen.rows("claims", filters=EVERYTHING))
answered = findings.with_answer(claims)

screen.finding(findings.finding(claims))
screen.say(words.INTRO)
if clear := findings.cards(claims):
    screen.cards(clear)

if len(answered):
    with screen.part():
        screen.chart(
            words.CHART,
            answered,
            partial(
                charts.pairs,
                label=("claim_name", "outcome_name"),
                groups=((words.WITH, "with"), (words.WITHOUT, "without")),
                said="said",
                axis=words.CHART_AXIS,
            ),
            columns=words.TABLE_COLUMNS,
            note=words.CHART_NOTE,
        )

if choices := findings.choices(claims):
    with screen.part():
        claim = screen.pick("claim", choices, label=words.PICK, width=420)
        screen.say(findings.one(claims, claim))
        screen.cases_behind(
            words.CASES,
            "claim_case",
            columns=words.CASE_COLUMNS,
            counted=(findings.of(claims, claim), "counted_cases"),
            filters=EVERYTHING,
            claim=claim,
        )

if later := findings.later(claims, screen.shows):
    screen.say(later, title=words.LATER)
screen.say(words.NOT_TESTED)
screen.for_analysts(
    lambda: screen.table(
        words.FOR_ANALYSTS, answered, columns=words.ANALYST_COLUMNS, note=words.ANALYST_NOTE
    )
)
screen.close()
