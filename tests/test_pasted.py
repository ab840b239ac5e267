"""Rows copied from a spreadsheet: read as they are meant, asked where they can mean two things."""

import pytest

from partnership import grids
from partnership.answers import Answers
from partnership.errors import NeedsAnswer, WrongEntry
from partnership.pasted import cells_of, from_file, pasted

NAMES = {
    "agency_id": {"A1": "Northgate", "A2": "Harbor", "A3": "Quay", "A4": "Quay"},
    "search_id": {"S1": "Engineer, Berlin"},
}
PROMISES = "Agency\tWho owns it\tPromised on\tDue on\tText\n"


def test_headings_say_which_columns_they_are_in_any_order() -> None:
    text = "Text\tAgency\tDue on\tPromised on\tWho promised\nCall back\tNorthgate\t2026-10-31\t"
    rows = pasted("commitments", text + "2026-09-30\tHR\n", NAMES)["commitments"]
    assert len(rows) == 1
    assert rows[0].pop("commitment_id").startswith("typed-")
    assert rows[0] == {
        "agency_id": "A1",
        "owner": "hr",
        "made_on": "2026-09-30",
        "due_on": "2026-10-31",
        "closed_on": "",
        "dropped_on": "",
        "text": "Call back",
    }


def test_without_headings_the_columns_are_those_of_the_table() -> None:
    rows = pasted("roles", "Brief the search\tHR\t\nNegotiate\tAgency\tHarbor\r\n\r\n", NAMES)
    assert rows == {
        "roles": [
            {"task": "brief", "owner": "hr", "agency_id": ""},
            {"task": "negotiate", "owner": "agency", "agency_id": "A2"},
        ]
    }


def test_who_was_at_a_meeting_becomes_rows_of_its_own() -> None:
    text = "Agency\tDay\tKind\tState\tTopics\tHR there\tAgency there\n"
    text += "harbor\t30.09.2026\tCheck-in\tHeld\tPipeline, Local job market\tyes\tno\n"
    found = pasted("meetings", text, NAMES)
    meeting = found["meetings"][0]
    assert (meeting["kind"], meeting["starts_at"], meeting["status"], meeting["topics"]) == (
        "check_in",
        "2026-09-30",
        "held",
        "pipeline;market",
    )
    of_it = {"meeting_id": meeting["meeting_id"], "email": ""}
    assert found["meeting_attendees"] == [
        of_it | {"party": "hr", "attended": "true"},
        of_it | {"party": "agency", "attended": "false"},
    ]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\r\nc\t\n", [["a", "b"], ["c", ""]]),
        ('"two\nlines"\t"says ""yes"""\n', [["two\nlines", 'says "yes"']]),
        ('"Yes" she said\t5" pipe\n', [['"Yes" she said', '5" pipe']]),
        ('"never closed\nb', [['"never closed'], ["b"]]),
        ("a\t", [["a", ""]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
    ],
)
def test_cells_are_those_that_were_copied(text: str, cells: list[list[str]]) -> None:
    assert list(cells_of(text)) == cells


def test_a_day_and_an_amount_that_can_be_read_in_two_ways_are_asked() -> None:
    row = "Harbor\tHR\t03/04/2026\t2026-10-31\tx\n"
    with pytest.raises(NeedsAnswer) as asked:
        pasted("commitments", PROMISES + row, NAMES)
    assert (asked.value.question, set(asked.value.choices)) == ("date_order", {"dmy", "mdy"})
    told = Answers(date_order={"*": "dmy"})
    rows = pasted("commitments", PROMISES + row, NAMES, answers=told)["commitments"]
    assert rows[0]["made_on"] == "2026-04-03"
    shown = row + row.replace("03/04", "25/04")  # a day that can only come first says it for both
    rows = pasted("commitments", PROMISES + shown, NAMES)["commitments"]
    assert [one["made_on"] for one in rows] == ["2026-04-03", "2026-04-25"]
    fee = "Submission\tRaised by\tRaised at\tFee at stake\nU1\tHR\t2026-09-01\t1.234\n"
    with pytest.raises(NeedsAnswer) as asked:
        pasted("disputes", fee, NAMES)
    assert asked.value.question == "decimal"


def test_shares_are_read_as_people_write_them_and_never_as_85_times_the_whole() -> None:
    head = "Agency\tMeasure\tFloor\tTarget\n"
    rows = pasted(
        "targets",
        head + "All agencies\tOffers accepted\t0,7\t85 %\nQuay · A3\tStay 90 days\t70%\t87,5%\n",
        NAMES,
    )["targets"]
    assert [(r["agency_id"], r["metric"], r["floor"], r["target"]) for r in rows] == [
        ("", "offer_outcomes.acceptance_rate", "0.7", "0.85"),
        ("A3", "retention.retained_90_rate", "0.7", "0.875"),
    ]
    with pytest.raises(WrongEntry) as wrong:
        pasted("targets", head + "Harbor\tOffers accepted\t70\t85\n", NAMES)
    assert [(f.row, f.column) for f in wrong.value.faults] == [(1, "floor"), (1, "target")]


@pytest.mark.parametrize(
    ("text", "row", "column"),
    [
        (PROMISES + "Harbor\tHR\t2026-09-30\t2026-10-31\tx\nNobody\tHR\t2026-09-30\t2026-10-31\tx",
         2, "agency_id"),
        (PROMISES + "Quay\tHR\t2026-09-30\t2026-10-31\tx", 1, "agency_id"),  # two are called so
        (PROMISES + "Harbor\tHR\t2026-09-30\t31.11.2026\tx", 1, "due_on"),
        (PROMISES + "Harbor\tHR\t2026-09-30\t2026-10-31\tx\ty", 1, ""),
        ("Agency\tColour\n", 1, ""),
        ("Agency\tText\tText\n", 1, ""),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named_by_row_and_column(text: str, row: int, column: str) -> None:
    with pytest.raises(WrongEntry) as wrong:
        pasted("commitments", text, NAMES)
    assert (wrong.value.row, wrong.value.column) == (row, column)


def test_nothing_pasted_is_nothing_to_save() -> None:
    assert pasted("roles", " \n\t\n", NAMES) == {}
    assert pasted("roles", "Task\tOwner\n".replace("Owner", "Who owns it"), NAMES) == {}


def test_lines_to_send_are_the_same_rows_where_they_are_pasted() -> None:
    """What an agency marked as wrong beside figures that it was sent, on its way to HR."""
    typed = {
        "dispute_id": "typed-0123456789ab",
        "submission_id": "U1",
        "raised_by": "agency",
        "raised_at": "2026-10-02",
        "about": "date",
        "claim": "Sent on 4 May,\tnot on 14 May",
        "agency_id": "A1",
        "case_kind": "submission",
        "case_id": "U1",
    }
    text = grids.to_paste("disputes", [typed])
    names = {"agency_id": {"A1": "Harbour"}, "submission_id": {"U1": "U1"}}
    ((row,),) = pasted("disputes", text, names).values()
    assert {key: row[key] for key in typed} == typed | {"claim": "Sent on 4 May, not on 14 May"}


def test_a_file_of_another_encoding_is_asked_about_and_never_garbled() -> None:
    file = "Task;Who owns it;Agency\nBrief the search;HR;Göß\n".encode("cp1252")
    names = {"agency_id": {"A1": "Göß"}}
    with pytest.raises(NeedsAnswer) as asked:
        from_file("roles", file, names)
    assert asked.value.question == "encoding"
    told = Answers(encoding={"*": "cp1252"})
    assert from_file("roles", file, names, answers=told)["roles"][0]["agency_id"] == "A1"
