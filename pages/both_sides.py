"""Both sides: what did we agree, and how do both stand?"""

from functools import partial
from typing import Any

from partnership import charts
from partnership.findings import both_sides as findings
from partnership.labels import both_sides as words
from partnership.labels import records
from partnership.readers import EVERY_READER
from partnership.ui import open_screen
from partnership.ui.both_sides import lines_of, offer_comparison, pick_weights
from partnership.ui.line_cases import draw_cases_of_lines
from partnership.ui.partner import pick_partner

DAY_60: dict[str, Any] = {"where": {"within_days": 60}}

screen = open_screen(
    words.TITLE,
    metrics=("scorecard", "scorecard_lines", "peer_band"),
    is_about_one=True,
    readers=EVERY_READER,
)
own = screen.facts.is_agencys_own
choices = words.WHOSE_CHOICES[screen.partner_kind]
whose = screen.switch("card", choices, label=words.WHOSE) if screen.is_hrs else words.ONE
partner = pick_partner(screen) if whose == words.ONE else None
if partner is not None:
    screen.narrow_to(partner)
else:
    screen.widen_to_all()
weights = pick_weights(screen)
name = screen.partner_names[partner] if partner else None
sides = findings.sides(name, is_agencys_own=own)

lines = lines_of(screen, partner)
scores = findings.scored(lines, weights)
screen.finding(findings.finding(scores, sides, weights))
filled = screen.measured("fill_counts", "time_to_fill.filled_by_60_rate", **DAY_60)
starts = screen.measured(
    "offer_starts", "offer_outcomes.net_acceptance_rate", is_seen=screen.shows("placements")
)
stays = screen.rows("retention") if screen.shows("placements") else None
screen.cards(
    [
        *findings.cards(scores, sides),
        findings.filled(filled),
        findings.started(starts),
        findings.stayed(stays, screen.target("retention.retained_90_rate")),
    ],
    of=("", "", "", "fill_counts", "offer_starts", "retention"),
)

left, right = screen.halves()
for place, side in ((left, findings.HR), (right, findings.AGENCY)):
    with place, screen.part():
        screen.chart(
            sides.says(side, words.OWES_ONE, words.OWE_MANY),
            findings.bars(lines, side),
            partial(charts.bullets, axis=words.BARS_AXIS, **findings.BARS),
            columns=words.BAR_COLUMNS,
            note=words.BARS_NOTE,
            key=words.BARS_KEY,
        )
with screen.part():
    screen.chart(
        words.OWED_TOGETHER,
        findings.bars(lines, findings.SHARED),
        partial(charts.bullets, axis=words.BARS_AXIS, **findings.BARS),
        columns=words.BAR_COLUMNS,
    )
with screen.part():
    screen.say(findings.not_agreed(lines))
    if screen.is_hrs:
        screen.link("records.py", words.SET_ONE, record=records.TABLES["targets"].menu)
    for page, label in findings.weakest(scores):
        screen.link(page, label)

with screen.part():
    table = findings.table(lines, screen.rows("peer_band"), sides, weights)
    screen.table(words.TABLE, table, columns=words.TABLE_COLUMNS, note=words.TABLE_NOTE)
    if screen.is_on_a_wall:  # which has no room for so many columns
        screen.table(
            words.PEERS,
            findings.beside_others(table),
            columns=words.PEERS_COLUMNS,
            note=words.PEERS_NOTE,
        )

with screen.part():
    draw_cases_of_lines(screen, findings.lines_with_cases(lines, sides), key="line")

offer_comparison(screen)
screen.close()
