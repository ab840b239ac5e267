"""Likely owner: who brought the candidate, under our rule and under every other?"""

from partnership import charts
from partnership.dossier import Dossier, rows_of
from partnership.findings import likely_owner as findings
from partnership.labels import likely_owner as words
from partnership.settings import current
from partnership.ui import open_screen

screen = open_screen(words.TITLE, is_about_one=True, metrics=("ownership", "ownership_rules"))
screen.widen_to_all()
found = findings.cases(screen.rows("ownership"), screen.rows("ownership_rules"))

screen.finding(findings.finding(found))
screen.say(f"{findings.rule(current())} {words.DECIDES} {words.SETTING}")
if found.empty:
    screen.close()
else:
    screen.cards(findings.cards(found, screen.facts.as_of))
    chosen = screen.pick("case", findings.choices(found), label=words.PICK, width=520)
    case = findings.case_of(found, chosen)
    one = {"search_id": case["search_id"], "person_id": case["person_id"]}
    events = findings.timeline(screen.cases("ownership_event", **one))
    with screen.part():
        screen.chart(
            words.TIMELINE,
            events,
            charts.case_timeline,
            columns=words.TIMELINE_COLUMNS,
            note=words.TIMELINE_NOTE,
        )
    with screen.part():
        editions = findings.editions(case, screen.names["agency"])
        edition = screen.pick("edition", editions, label=words.EDITION)
        named = screen.rows("person_names", folder="screens", person_id=case["person_id"])
        dossier = Dossier(
            case,
            rows_of(events),
            rows_of(screen.rows("ownership_rules", **one)),
            current(),
            screen.facts.as_of,
            screen.facts.is_sample,
            findings.name_of(named),
            screen.origin_in_words,
        )
        screen.page(dossier.html_for(findings.reader_of(edition), screen.names["agency"]))
    with screen.part():
        screen.table(words.ALL_CASES, found, columns=words.CASE_COLUMNS, note=words.LIST_NOTE)
    screen.close()
