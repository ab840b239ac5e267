"""What leaves as a file holds no formula and no link, and its numbers stay numbers."""

from datetime import date
from io import BytesIO

import pandas as pd
import pytest
from openpyxl import load_workbook

from partnership import downloads

HOSTILE = [
    "=1+1",
    "+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    " =1",
    "＝1+1",
    "https://example.org",
]
TABLE = pd.DataFrame(
    {
        "title": ["Buyer", "=HYPERLINK(1)"],
        "openings": [3, 5],
        "acceptance_rate": [0.5, None],
        "opened_on": [pd.Timestamp("2026-01-31"), pd.NaT],
        "topics": [["pay", "notice"], None],
    }
)


def opened(**tables: pd.DataFrame) -> object:
    return load_workbook(BytesIO(downloads.workbook(tables, {"Figures as of": "30 Sep 2026"})))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(text: str) -> None:
    sheet = opened(Rows=pd.DataFrame({text: [text]}))["Rows"]
    for cell in (sheet["A1"], sheet["A2"]):
        assert cell.data_type in ("s", "inlineStr") and cell.hyperlink is None
    assert sheet["A2"].value == text


@pytest.mark.parametrize("text", HOSTILE[:-1])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe_in_a_csv_file(text: str) -> None:
    body = downloads.csv_file(pd.DataFrame({"title": [text]})).decode("utf-8-sig")
    assert body.splitlines()[1].lstrip('"').startswith("'")


def test_numbers_and_days_stay_numbers_and_days() -> None:
    sheet = opened(Rows=TABLE)["Rows"]
    assert [cell.value for cell in sheet[2]][:3] == ["Buyer", 3, 0.5]
    assert sheet["C2"].number_format == "0.0 %" and sheet["D2"].value.date() == date(2026, 1, 31)
    assert sheet["C3"].value is None and sheet["D3"].value is None
    assert sheet["E2"].value == "pay; notice"
    assert "0.5" in downloads.csv_file(TABLE).decode("utf-8-sig")


def test_negative_numbers_are_not_taken_for_formulas() -> None:
    body = downloads.csv_file(pd.DataFrame({"days": [-3]})).decode("utf-8-sig")
    assert body.splitlines()[1] == "-3"


def test_headings_are_words_and_the_last_sheet_says_what_the_figures_are() -> None:
    book = opened(Rows=TABLE)
    assert [cell.value for cell in book["Rows"][1]][1:3] == ["Openings", "Accepted share"]
    assert book.sheetnames == ["Rows", "About"] and book["About"]["B1"].value == "30 Sep 2026"


def test_sheets_get_names_that_excel_accepts_and_never_the_same_twice() -> None:
    title = "Filled by day 60, by agency: all [of] them / every one"
    book = load_workbook(BytesIO(downloads.workbook({title: TABLE, title + "!": TABLE}, {})))
    assert len(book.sheetnames) == 3 and all(len(name) <= 31 for name in book.sheetnames)


def test_control_characters_and_endless_texts_do_not_break_the_file() -> None:
    sheet = opened(Rows=pd.DataFrame({"title": ["a\x00b\x1fc", "x" * 40_000]}))["Rows"]
    assert sheet["A2"].value == "abc" and len(sheet["A3"].value) == downloads.LONGEST_CELL


def test_the_version_of_the_figures_is_in_the_file_name() -> None:
    assert (
        downloads.file_name("Time to fill", "2026-09-30-abc", "xlsx")
        == "time_to_fill_2026-09-30-abc.xlsx"
    )
