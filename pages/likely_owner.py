"""Likely owner: who brought the candidate, under our rule and under every other?"""

from dataclasses import replace
from functools import partial

import pandas as pd

from partnership import charts
from partnership.dossier import Dossier, rows_of
from partnership.dossier_paper import html_of, pdf_of
from partnership.editions import edition_of
from partnership.findings import likely_owner as findings
from partnership.labels import likely_owner as words
from partnership.settings import current
from partnership.ui import open_screen

screen = open_screen(words.TITLE, is_about_one=True, metrics=("ownership", "ownership_rules"))
screen.widen_to_all()
found = findings.cases(screen.rows("ownership"), screen.rows("ownership_rules"))
agencies = screen.names.get("agency", {})

editions = findings.editions(found, agencies)
edition = screen.pick("edition", editions, label=words.EDITION, is_beside_filters=True)
reader = findings.reader_of(edition)
cases = findings.of_edition(found, reader)
if reader is None:
    screen.finding(findings.finding(found))
else:
    screen.finding(findings.finding_of_edition(cases, editions[reader]))
is_ours = reader is None
said = findings.said_of_rule(is_ours)
if found.empty:
    screen.say(said)
    screen.close()
else:
    if reader is None:
        names = findings.names_of(screen.rows("person_names", folder="screens", person_id=None))
        choices = findings.choices(cases, names)
        screen.cards(findings.cards(cases, screen.facts.as_of))
    else:
        names = {}
        its_own = replace(screen.filters, agencies=(reader,))
        sent = screen.rows("submission", folder="rows", filters=its_own, row_limit=None)
        choices = findings.choices_of_edition(cases, sent)
    chosen = screen.pick("case", choices, label=words.PICK, width=520)
    case = findings.case_of(cases, chosen)
    one = {"search_id": case["search_id"], "person_id": case["person_id"]}
    events = rows_of(screen.cases("ownership_event", **one))
    told = pd.DataFrame(edition_of(reader, agencies, events).seen(events))
    seen = findings.timeline(told, is_ours=is_ours)
    with screen.part():
        screen.chart(
            words.TIMELINE,
            seen,
            partial(charts.case_timeline, is_ours=is_ours),
            columns=words.TIMELINE_COLUMNS,
            note=words.TIMELINE_NOTE
            if is_ours
            else words.TIMELINE_NOTE_AGENCY.format(agency=editions[edition]),
            key=findings.key(seen, is_ours=is_ours),
        )
        screen.say(said)
    with screen.part():
        dossier = Dossier(
            case,
            events,
            rows_of(screen.rows("ownership_rules", **one)),
            current(),
            screen.facts.as_of,
            screen.facts.is_sample,
            names.get(case["person_id"], ""),
            screen.origin,
        )
        page = dossier.page_for(reader, agencies)
        screen.page(html_of(page))
        called = f"dossier {case['search_id']} {reader or words.OWN_FILE}"
        screen.offer_pdf(words.DOSSIER_PDF, called, partial(pdf_of, page))
    # The list of all of them names every agency: it is for our own use alone.
    if reader is None:
        with screen.part():
            screen.table(words.ALL_CASES, found, columns=words.CASE_COLUMNS, note=words.LIST_NOTE)
    screen.close()
