"""The dossier: everything for us, and in an agency's edition nothing of anybody else."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pandas as pd
import pytest
from asking import GivenExport
from given import Given
from pypdf import PdfReader
from review_reading import squeezed

from partnership import charts
from partnership.dossier import Dossier, rows_of
from partnership.dossier_paper import html_of, pdf_of
from partnership.editions import Edition, edition_of
from partnership.findings import likely_owner as findings
from partnership.settings import Settings

NAMES = {"OWN": "Own & Sons", "RIVAL-1": "Rival One", "RIVAL-2": "Rival Two"}
# What only we may read: others' names and ids, their records, their fee, the candidate, what was
# typed when a dispute was settled, and the other search that a rival sent the candidate for.
OURS_ALONE = ("Rival", "RIVAL", "rec-r1", "rec-r2", "Ana", "Quist", "7,777", "8,888") + (
    "in favour of",
    "Secret post",
)
SENT = (
    ("u1", "rec-r1", "RIVAL-1", "2025-03-03T09:00:00Z", "S1"),
    ("u2", "rec-own", "OWN", "2025-03-04T09:00:00Z", "S1"),
    ("u3", "rec-r2", "RIVAL-2", "2025-03-05T09:00:00Z", "S1"),
    ("u4", "rec-r2", "RIVAL-2", "2025-03-06T09:00:00Z", "S2"),
)
COLUMNS = ("submission_id", "candidate_id", "agency_id", "received_at", "search_id")
NO = {"decision": "rejected", "decided_at": "2025-03-20T09:00:00Z"}


@pytest.fixture
def dossier(given: GivenExport) -> Dossier:
    """One person, sent by three agencies, by one of them for another search too; hired, and
    disputed."""
    person = {"full_name": "Ana Quist", "linkedin_url": "https://linkedin.com/in/ana-quist"}
    export: Given = given(
        agencies=[{"agency_id": key, "name": name} for key, name in NAMES.items()],
        searches=[{"search_id": "S1"}, {"search_id": "S2", "title": "Secret post"}],
        candidates=[{"candidate_id": f"rec-{who}"} | person for who in ("r1", "own", "r2")],
        submissions=[
            dict(zip(COLUMNS, row, strict=True)) | (NO if row[0] == "u3" else {}) for row in SENT
        ],
        placements=[
            {
                "submission_id": "u1",
                "started_on": "2025-05-01",
                "fee_amount": "7777",
                "currency": "EUR",
            }
        ],
        disputes=[
            {"submission_id": "u3", "about": "ownership", "fee_at_stake": "8888"}
            | {"currency": "EUR", "settled_at": "2025-06-30", "outcome": "in favour of Rival One"}
        ],
    )
    people, rules = (
        pd.DataFrame(export.metric(name, search_id="S1"))
        for name in ("ownership", "ownership_rules")
    )
    events = pd.DataFrame(export.metric("ownership_event", folder="rows", search_id="S1"))
    named = pd.DataFrame(export.metric("person_names", folder="screens"))
    return Dossier(
        findings.cases(people, rules).iloc[0],
        rows_of(events),
        rows_of(rules),
        Settings(),
        date(2025, 7, 31),
        is_sample=False,
        candidate=next(iter(findings.names_of(named).values())),
        foot="Filters: Rival One",
    )


def test_our_own_edition_holds_names_fees_and_every_rule(dossier: Dossier) -> None:
    page = html_of(dossier.page_for(None, NAMES)).replace("\u00a0", " ")
    assert [text for text in OURS_ALONE if text not in page and text != "RIVAL"] == []
    assert "Rival One, first to send the candidate" in page and "Own &amp; Sons" in page
    assert page.count("<tr>") == 1 + 24 + 1 + len(dossier.events)
    assert page.count("our rule</td>") == 1
    assert "<footer>Confidential: for the company alone." in page and "Filters: Rival One" in page


def test_an_agencys_edition_holds_no_other_agency_and_no_name_of_the_candidate(
    dossier: Dossier,
) -> None:
    page = html_of(dossier.page_for("OWN", NAMES)).replace("\u00a0", " ")
    assert [text for text in OURS_ALONE if text in page] == []
    assert "another agency (1), first to send the candidate</p>" in page
    assert "your record rec-own" in page and "Own &amp; Sons" in page
    assert "another agency (2)" in page
    assert "<footer>Confidential: for Own &amp; Sons and the company only.</footer>" in page
    # What became of another's submission is not told.
    assert "answer to this submission" not in page


def test_the_pdf_file_says_what_the_page_says_and_no_more(dossier: Dossier) -> None:
    for agency in (None, "OWN", "RIVAL-1", "RIVAL-2"):
        page = dossier.page_for(agency, NAMES)
        made = pdf_of(page)
        reader = PdfReader(BytesIO(made))
        written = squeezed("".join(each.extract_text() for each in reader.pages))
        lines = [page.title, page.subtitle, page.whose, page.answer, page.decides, page.foot]
        for part in page.sections:
            cells = [cell for row in (part.columns, *part.rows) for cell in row]
            lines += [part.title, *part.lines, part.sentence, *cells]
        assert [line for line in lines if squeezed(line) not in written] == []
        root: Any = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"] and b"pdfuaid" in root["/Metadata"].get_data()
        assert pdf_of(page) == made


def test_an_agencys_pdf_file_holds_nothing_of_others_in_its_bytes(dossier: Dossier) -> None:
    reader = PdfReader(BytesIO(pdf_of(dossier.page_for("OWN", NAMES))))
    written = squeezed("".join(each.extract_text() for each in reader.pages))
    streams = [
        found for each in reader.xref[0] if hasattr(found := reader.get_object(each), "get_data")
    ]
    parts = [repr(reader.get_object(each)) for each in reader.xref_objStm]
    raw = b"\n".join(stream.get_data() for stream in streams) + "".join(parts).encode()
    for text in OURS_ALONE:
        assert squeezed(text) not in written and text.encode() not in raw


# When others did something, to the minute, to the day, and where the days agreed with them end.
OTHERS_MOMENTS = ("3 Mar 2025", "5 Mar 2025", "6 Mar 2025", "30 Jun 2025", "2025-03-03", "09:01")


def test_an_agency_reads_of_what_others_did_the_week_alone(dossier: Dossier) -> None:
    """It sent the candidate at 09:00 on 4 Mar; a rival a day before, another one minute, one day
    and two days after, and a dispute was settled 118 days later, in the 17th week."""
    minute = pd.Timestamp("2025-03-04T09:01:00Z")
    near = [
        row | {"happened_at": minute, "happened_on": minute.date()}
        if row["event_id"] == "u3" and row["what"] == "sent"
        else row
        for row in dossier.events
    ]
    tied = replace(dossier, events=near, case=dict(dossier.case) | {"because": "tie"})
    for made in (dossier, tied):
        page = made.page_for("OWN", NAMES)
        reader = PdfReader(BytesIO(pdf_of(page)))
        pdf = "".join(each.extract_text() for each in reader.pages).replace("\u00a0", " ")
        screen = html_of(page).replace("\u00a0", " ")
        seen = edition_of("OWN", NAMES, made.events).seen(made.events)
        drawn = findings.timeline(pd.DataFrame(seen), is_ours=False)
        chart = charts.case_timeline(drawn, is_ours=False).to_json()
        for text in (pdf, screen, drawn.to_csv(), chart):
            assert [finer for finer in OTHERS_MOMENTS if finer in text] == []
            assert "within one minute" not in text and "our rule" not in text.lower()
        assert "within 1 week before yours" in screen and "within 1 week before yours" in pdf
        assert "4 Mar 2025, 09:00" in screen and "within 17 weeks after yours" in screen


@pytest.mark.parametrize("day", ["2025-03-05", "2025-03-09", "2025-03-10"])
def test_the_order_of_what_happened_tells_no_more_than_the_weeks_do(day: str) -> None:
    """A rival's submission within a week after ours, before or after our next step."""
    happened = [("OWN", "sent", "2025-03-04"), ("OWN", "withdrawn", "2025-03-08")]
    happened = sorted([*happened, ("RIVAL-1", "sent", day)], key=lambda event: event[2])
    events = [
        {"agency_id": agency, "what": what, "happened_on": on, "happened_at": None}
        | {"sent_for": None, "said": None}
        for agency, what, on in happened
    ]
    seen = edition_of("OWN", NAMES, events).seen(events)
    assert [(row["who"], row.get("told_when", row["happened_on"])) for row in seen] == [
        ("Own & Sons", "2025-03-04"),
        ("another agency", "within 1 week after yours"),
        ("Own & Sons", "2025-03-08"),
    ]


def test_each_agency_sees_its_own_fee_and_no_other(dossier: Dossier) -> None:
    first = html_of(dossier.page_for("RIVAL-1", NAMES)).replace("\u00a0", " ")
    second = html_of(dossier.page_for("RIVAL-2", NAMES)).replace("\u00a0", " ")
    assert "7,777" in first and "8,888" not in first
    assert "8,888" in second and "7,777" not in second
    assert "Secret post" in second and "answer to this submission: no" in second
    assert "Rival Two" not in first and "Rival One" not in second


def test_what_the_screen_draws_for_an_agency_holds_nothing_of_a_rival(dossier: Dossier) -> None:
    seen = edition_of("OWN", NAMES, dossier.events).seen(dossier.events)
    drawn = findings.timeline(pd.DataFrame(seen)).to_csv().replace("\u00a0", " ")
    assert [text for text in OURS_ALONE if text in drawn] == []
    assert drawn.count("another agency (1)") == 2 and "rec-own" in drawn
    ours = findings.timeline(
        pd.DataFrame(edition_of(None, NAMES, dossier.events).seen(dossier.events))
    )
    assert "dispute settled: in favour of Rival One" in set(ours["event"])


def test_an_agency_reads_how_its_own_dispute_ended_and_of_anothers_only_that_it_did(
    dossier: Dossier,
) -> None:
    own, other = (html_of(dossier.page_for(agency, NAMES)) for agency in ("RIVAL-2", "RIVAL-1"))
    assert "dispute settled: not in your favour" in own
    assert "dispute settled</td>" in other and "favour" not in other


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Claim upheld", "your claim was upheld"),
        ("claim withdrawn after a call with Rival One", "the claim was withdrawn"),
        ("fee shared", "the fee is shared"),
        ("own & sons", "in your favour"),
        ("RIVAL-1", "not in your favour"),
        ("Rival One gets it, as agreed with Ana Quist", "in words of its own, not repeated here"),
        (None, None),
    ],
)
def test_an_outcome_is_told_in_our_words_never_in_those_that_were_typed(
    typed: str | None, told: str | None
) -> None:
    event = {"agency_id": "OWN", "what": "settled", "said": typed}
    event |= {"happened_at": None, "happened_on": "2025-06-30"}
    (row,) = Edition("OWN", NAMES, ()).seen([event])
    assert row["said"] == told


def test_the_marks_count_only_the_rules_that_name_another_agency(dossier: Dossier) -> None:
    # Without a consent on record those rules can't be seen; what was settled names nobody.
    page = html_of(dossier.page_for(None, NAMES)).replace("\u00a0", " ")
    assert "No rule of the 24 names another agency than ours. 8 of them name nobody." in page
    two = [row | {"names_another": row["resets"] == "yes" and row["because"] == "first"}
           for row in dossier.rules]  # fmt: skip
    page = html_of(replace(dossier, rules=two).page_for(None, NAMES)).replace("\u00a0", " ")
    assert "4 of 24 rules name another agency than ours (marked ≠). 8 of them" in page
    assert page.count("≠</td>") == 4
