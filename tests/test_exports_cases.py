"""Awkward exports, each in tests/cases/exports/ and named by its fault: what becomes of them."""

from pathlib import Path

import duckdb
import pytest

from partnership.answers import Answers
from partnership.errors import NeedsAnswer, UnreadableExport, WrongColumns
from partnership.exports import LoadReport, load

CASES = Path(__file__).parent / "cases" / "exports"

# File → what its refusal must say.
UNREADABLE = {
    "empty_file.csv": "0 bytes",
    "only_blank_lines.csv": "none of its lines",
    "login_page.csv": "web page",
    "xml_under_a_csv_name.csv": "web page or XML",
    "json_under_a_csv_name.csv": "holds JSON",
    "conflict_markers.csv": "line 3: '<<<<<<< HEAD'",
    "conflict_markers_in_one_column.csv": "line 3: '<<<<<<< HEAD'",
    "preamble_of_one_cell.csv": "line 3 has 3 and looks like the header",
    "preamble_with_commas.csv": "line 3 has 3 and looks like the header",
    "preamble_above_semicolons.csv": "line 2 has 3 and looks like the header",
    "preamble_padded_with_commas.csv": "line 2 has 3 and looks like the header",
    "header_with_an_open_quote.csv": "line 1: the header has a quote",
    "nul_bytes.csv": "line 2: there is a NUL byte",
    "workbook_under_a_csv_name.csv": "Excel workbook or a zip archive under another name",
    "gzip_under_a_csv_name.csv": "compressed file",
    "pdf_under_a_csv_name.csv": "PDF",
    "old_workbook_under_a_new_name.xlsx": "old Excel file",
    "text_under_a_workbook_name.xlsx": "not what its ending says",
    "text_under_a_parquet_name.parquet": "not what its ending says",
    "cut_off_workbook.xlsx": "damaged workbook",
    "cut_off_parquet.parquet": "damaged",
    "cut_off.json": "line 1: not valid JSON",
    "two_arrays.json": "more follows",
    "nested_too_deep.json": "nested more than 100 deep",
    "repeated_key_in_an_object_of_tables.json": "the key search_id stands twice",
    "not_a_number.json": "NaN",
    "utf16_cut_in_half.csv": "not valid utf-16",
}
WRONG_COLUMNS = {
    "blank_header_cell.csv": "header cell 2 of 3 is blank",
    "blank_header_cell_at_the_end.csv": "header cell 3 of 3 is blank",
    "repeated_header_cell.csv": "columns 2 ('title') and 3 ('title')",
    "headers_alike_but_for_spelling.csv": "columns 2 ('Opened On') and 3 ('opened_on')",
    "no_header.csv": "'1001' is a value",
    "header_narrower_than_every_row.csv": "2 cells, but no record has; 2 have 3",
}
# File → the question it raises, the answers offered that matter, and the rows after the answer.
QUESTIONS = {
    "latin1.csv": ("encoding", "cp1252", [("s1", "Prüfer", "2026-01-05", 2)]),
    "utf16_without_a_mark.csv": ("encoding", "utf-16-le", [("s1", "Prüfer", "2026-01-05", 2)]),
    "two_possible_delimiters.csv": (
        "delimiter",
        "semicolon",
        [("Anna", "Bonn,NW", "DE", 2), ("Bert", "Ulm,BW", "DE", 3)],
    ),
    "damaged_bytes.csv": (
        "encoding",
        "utf-8",
        [("s1", "Fitter", "2026-01-05", 2), ("s3", "Türmer", "2026-01-07", 4)],
    ),
}
FITTER, WELDER = ("s1", "Fitter", "2026-01-05"), ("s2", "Welder", "2026-01-06")
TURNER = ("s3", "Turner", "2026-01-07")
WIDTH, QUOTES = "wrong_width", "broken_quotes"
# File → its rows with their line at the end, (line, rule) of those set aside, how many are blank.
Expected = tuple[list[tuple[object, ...]], list[tuple[int, str]], int]
READ: dict[str, Expected] = {
    "comma_without_quotes.csv": ([(*FITTER, 2), (*TURNER, 4)], [(3, WIDTH)], 0),
    "short_row.csv": ([(*WELDER, 3)], [(2, WIDTH)], 0),
    "cut_off_in_the_last_row.csv": ([(*FITTER, 2)], [(3, WIDTH)], 0),
    "width_grows.csv": (
        [(f"s{n}", "Fitter", "2026-01-05", n + 1) for n in (1, 2, 3)],
        [(n, WIDTH) for n in range(5, 10)],
        0,
    ),
    "lost_closing_quote.csv": (
        [("s2", "Welder, senior", "2026-01-06", 3), (*TURNER, 4)],
        [(2, QUOTES)],
        0,
    ),
    "lost_closing_quote_in_a_long_file.csv": (
        [(f"s{n}", "Welder", "2026-01-06", n + 1) for n in range(2, 300)],
        [(2, QUOTES)],
        0,
    ),
    "lost_opening_quote.csv": ([("s1", "first line", 2), ("s2", "fine", 4)], [(3, QUOTES)], 0),
    "text_behind_a_quote.csv": ([(*WELDER, 3)], [(2, QUOTES)], 0),
    "quote_open_at_the_end.csv": ([(*FITTER, 2)], [(3, QUOTES)], 0),
    "quote_that_stands_alone.csv": ([(*WELDER, 3)], [(2, QUOTES)], 0),
    "total_below_the_rows.csv": ([(*FITTER, 2), (*WELDER, 3)], [(5, WIDTH)], 1),
    "unquoted_comma_beside_a_line_break.csv": ([(*WELDER, 4)], [(2, WIDTH)], 0),
    "hash_rows.csv": (
        [("#s1", "Fitter", "2026-01-05", 2), ("#", "# not a comment", "2026-01-06", 3)],
        [],
        0,
    ),
    "blank_lines.csv": ([(*FITTER, 4), (*WELDER, 7)], [], 4),
    "records_without_values.csv": ([(*FITTER, 2), ("s2", "", "", 5)], [], 2),
    "utf8_with_a_mark.csv": ([("s1", "Prüfer", "2026-01-05", 2)], [], 0),
    "utf16_le.csv": ([("s1", "Prüfer", "2026-01-05", 2)], [], 0),
    "utf16_be.csv": ([("s1", "Prüfer", "2026-01-05", 2)], [], 0),
    "carriage_returns_only.csv": ([(*FITTER, 2), (*WELDER, 3)], [], 0),
    "windows_line_endings.csv": ([(*FITTER, 2), ("s2", "Welder", "", 3)], [], 0),
    "mixed_line_endings.csv": ([(*FITTER, 2), (*WELDER, 3), (*TURNER, 4)], [], 0),
    "line_breaks_in_quotes.csv": (
        [("s1", "Fitter\nsenior\n\nnorth", "2026-01-05", 2), (*WELDER, 6)],
        [],
        0,
    ),
    "windows_line_breaks_in_quotes.csv": (
        [("s1", "Fitter\r\nsenior", "2026-01-05", 2), (*WELDER, 4)],
        [],
        0,
    ),
    "long_note_beside_a_broken_row.csv": (
        [("s1", "one\ntwo\nthree\nfour\nfive\nsix\nseven", "2026-01-05", 2)],
        [(9, WIDTH)],
        0,
    ),
    "no_final_newline.csv": ([(*FITTER, 2)], [], 0),
    "doubled_quotes.csv": (
        [("s1", '24" screens, "new"', "2026-01-05", 2), ("s2", '"', "", 3)],
        [],
        0,
    ),
    "quotes_inside_a_field.csv": (
        [("s1", 'the "big" screens', "2026-01-05", 2), (*WELDER, 3)],
        [],
        0,
    ),
    "spaces_around_values.csv": (
        [("s1", "  Fitter ", "2026-01-05", 2), ("s2 ", "\tWelder", " ", 3)],
        [],
        0,
    ),
    "quotes_in_the_header.csv": ([("1", "x", "y", 2)], [], 0),
    "semicolons_and_decimal_commas.csv": (
        [("o1", "52.400,50", "a, b, c", 2), ("o2", "61000", "", 3)],
        [],
        0,
    ),
    "tabs.tsv": ([("sx1", "Fitter, senior", 2)], [], 0),
    "pipes.txt": ([("s1", "Fitter, senior", 2)], [], 0),
    "commas_and_semicolons_in_the_header.csv": ([(*FITTER, 2), (*WELDER, 3)], [], 0),
    "separator_line.csv": ([("s1", "Fitter", 3)], [], 0),
    "ids_that_look_like_numbers.csv": (
        [
            ("007", "1E5", 2),
            ("9007199254740993", "0x1F", 3),
            ("12345678901234567890123", "1_000", 4),
            ("1.0", "NaN", 5),
            ("-0", "inf", 6),
        ],
        [],
        0,
    ),
    "day_first_dates.csv": (
        [("s1", "03/04/2026", 2), ("s2", "25.12.2026", 3), ("s3", "12/25/2026", 4)],
        [],
        0,
    ),
    "formulas.csv": (
        [("s1", "=1+1", 2), ("s2", "@SUM(A1)", 3), ("s3", "+49 30 1234", 4), ("s4", "-5", 5)],
        [],
        0,
    ),
    "words_for_nothing.csv": (
        [("s1", "NA", "null", 2), ("s2", "na", "NULL", 3), ("s3", "\\N", "", 4)],
        [],
        0,
    ),
    "header_only.csv": ([], [], 0),
    "one_column.csv": ([("North", 2), ("South", 3)], [], 0),
    "apostrophes_and_backslashes.csv": ([("s1", "O'Neill\\", 2), ("s2", "''", 3)], [], 0),
    "line_separators_within_a_field.csv": (
        [("s1", "Fitter\u2028senior\x0bx\x85y", "2026-01-05", 2)],
        [],
        0,
    ),
    "names_in_other_scripts.csv": ([("1", "Łódź", "عربى", 2)], [], 0),
    "reserved_names.csv": ([("a.pdf", "3", "x", 2)], [], 0),
    "big_numbers.json": (
        [("12345678901234567890123", "52400.50", "1E5", "true", None, "007", 1)],
        [],
        0,
    ),
    "nested_values.json": (
        [("1", '[{"id":9007199254740993,"name":"Prüfer \\"A\\""}]', "{}", 1)],
        [],
        0,
    ),
    "envelope.json": ([("a", None, 1), ("b", "1", 2)], [], 0),
    "single_object.json": ([("2026-09-30T00:00:00Z", '["a"]', 1)], [], 0),
    "no_records.json": ([], [], 0),
    "lines_under_a_json_name.json": ([("1", 1), ("2", 2)], [], 0),
    "faulty_lines.jsonl": (
        [("1", 1), ("11", 10)],
        [
            (3, "invalid_json"),
            (4, "repeated_key"),
            (5, "not_an_object"),
            (6, "unreadable_text"),
            (7, "repeated_key"),
            (8, "invalid_json"),
            (9, "invalid_json"),
        ],
        1,
    ),
    "elements_of_other_kinds.json": (
        [("1", 1)],
        [(2, "not_an_object"), (3, "not_an_object"), (4, "repeated_key"), (5, "not_an_object")],
        0,
    ),
    "documentation.json": (
        [("1", 1), ("2", 2), ("3", 3)],
        [(4, "not_a_record"), (5, "invalid_json"), (6, "invalid_json")],
        0,
    ),
}
SEVERAL_TABLES = {
    "several_tables.json": {
        "searches": [("s1", 1)],
        "offers": [("o1", 2), ("o2", 3)],
        "holds": [],
    },
    "streams.jsonl": {"jobs": [("1", None, 1), ("3", None, 3)], "offers": [("2", 2)]},
}


def read(
    file: str, answers: Answers | None = None
) -> tuple[LoadReport, dict[str, list[tuple[object, ...]]]]:
    """The report of one case, and the rows of its tables with their line at the end."""
    with duckdb.connect() as con:
        report = load(con, [CASES / file], answers or Answers())
        rows = {
            table: con.execute(
                f'select * exclude (_file, _line), _line from raw."{table}" order by _line'
            ).fetchall()
            for table in report.tables
        }
    return report, rows


def test_every_case_file_says_what_becomes_of_it() -> None:
    files = {file.name for file in CASES.iterdir() if not file.name.startswith(".")}
    listed = [*UNREADABLE, *WRONG_COLUMNS, *QUESTIONS, *READ, *SEVERAL_TABLES]
    assert files == set(listed)
    assert len(listed) == len(files) >= 90


@pytest.mark.parametrize("file", UNREADABLE)
def test_a_file_that_is_no_table_is_refused_with_its_name_and_what_to_do(file: str) -> None:
    with pytest.raises(UnreadableExport) as refusal:
        read(file)
    assert file in refusal.value.message
    assert UNREADABLE[file] in refusal.value.message
    assert refusal.value.next_step


@pytest.mark.parametrize("file", WRONG_COLUMNS)
def test_a_header_that_does_not_fit_is_refused(file: str) -> None:
    with pytest.raises(WrongColumns) as refusal:
        read(file)
    assert file in refusal.value.message
    assert WRONG_COLUMNS[file] in refusal.value.message
    assert refusal.value.next_step


@pytest.mark.parametrize("file", QUESTIONS)
def test_what_only_a_person_can_say_is_asked_and_the_answer_used(file: str) -> None:
    question, answer, expected = QUESTIONS[file]
    with pytest.raises(NeedsAnswer) as asked:
        read(file)
    assert (asked.value.question, asked.value.about) == (question, file)
    assert answer in asked.value.choices and len(asked.value.choices) > 1
    for about in (file, "*"):
        report, tables = read(file, Answers(**{question: {about: answer}}))
        assert tables[report.files[0].table] == expected


@pytest.mark.parametrize("file", READ)
def test_every_record_is_a_row_or_set_aside_or_blank(file: str) -> None:
    rows, rejected, blank = READ[file]
    report, tables = read(file)
    (one,) = report.files
    assert tables[one.table] == rows
    assert [(row.line, row.rule) for row in report.rejected] == rejected
    assert (one.records, one.loaded) == (len(rows) + len(rejected), len(rows))
    assert (one.rejected, one.blank) == (len(rejected), blank)
    assert all(row.file == file and row.reason and row.text for row in report.rejected)


@pytest.mark.parametrize("file", SEVERAL_TABLES)
def test_a_file_of_several_tables_fills_each(file: str) -> None:
    _, tables = read(file)
    assert tables == SEVERAL_TABLES[file]


def test_a_damaged_record_is_set_aside_with_its_bytes_legible() -> None:
    report, _ = read("damaged_bytes.csv", Answers(encoding={"*": "utf-8"}))
    (row,) = report.rejected
    assert (row.line, row.rule, row.text) == (3, "undecodable", r"s2,W\xff\xfelder,2026-01-06")


def test_an_encoding_that_does_not_fit_is_refused() -> None:
    with pytest.raises(UnreadableExport, match="line 2: .* is not valid ascii"):
        read("latin1.csv", Answers(encoding={"*": "ascii"}))
    with pytest.raises(UnreadableExport, match="no encoding called 'klingon'"):
        read("latin1.csv", Answers(encoding={"*": "klingon"}))


def test_an_answer_about_an_encoding_does_not_garble_a_later_file_in_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "searches.csv"
    file.write_text("search_id,title\ns1,Prüfer\n", encoding="utf-8")
    with duckdb.connect() as con:
        load(con, [file], Answers(encoding={"searches.csv": "cp1252"}))
        assert con.execute("select title from raw.searches").fetchall() == [("Prüfer",)]
