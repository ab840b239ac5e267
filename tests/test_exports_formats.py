"""Workbooks, Parquet and JSON → raw: every record, as text, as many as another reader counts."""

import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from partnership.errors import UnreadableExport, WrongColumns
from partnership.exports import UPLOAD_LIMITS, Limits, LoadReport, load

Read = Callable[[Path], tuple[LoadReport, dict[str, list[tuple[object, ...]]]]]


@pytest.fixture
def read() -> Iterator[Read]:
    """`read(path)` is the report and the rows of each table, `_line` last."""

    def reading(path: Path) -> tuple[LoadReport, dict[str, list[tuple[object, ...]]]]:
        with duckdb.connect() as con:
            con.execute("set TimeZone = 'America/New_York'")  # must not matter
            report = load(con, [path])
            rows = {
                table: con.execute(
                    f'select * exclude (_file, _line), _line from raw."{table}" order by _line'
                ).fetchall()
                for table in report.tables
            }
        return report, rows

    yield reading


def workbook(path: Path, **sheets: list[list[Any]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_cells_become_the_text_that_they_show(read: Read, tmp_path: Path) -> None:
    cells = {
        "007": "007",
        7: "7",
        12345678901234: "12345678901234",
        52400.5: "52400.5",
        0.1: "0.1",
        True: "true",
        date(2026, 1, 5): "2026-01-05",
        datetime(2026, 1, 5): "2026-01-05",  # a day stays a day
        datetime(2026, 1, 5, 9, 30): "2026-01-05T09:30:00",
        time(9, 30): "09:30:00",
        timedelta(hours=30): "30:00:00",
        "Prüfer\nsenior": "Prüfer\nsenior",
        " x ": " x ",
    }
    rows = [["n", "value"], *([str(n), cell] for n, cell in enumerate(cells))]
    report, tables = read(workbook(tmp_path / "values.xlsx", values=rows))
    values = [row[1] for row in tables["values"]]
    assert values == list(cells.values())
    assert report.files[0].loaded == len(cells)


def test_dates_as_cells_and_as_text_in_one_column(read: Read, tmp_path: Path) -> None:
    rows = [["opened_on"], [date(2026, 1, 5)], ["05.01.2026"], [46027], [None], ["2026-01-05"]]
    _, tables = read(workbook(tmp_path / "searches.xlsx", s=rows))
    assert tables["searches"] == [
        ("2026-01-05", 2),
        ("05.01.2026", 3),
        ("46027", 4),
        ("2026-01-05", 6),
    ]


def test_one_sheet_is_the_files_table_and_several_are_their_own(read: Read, tmp_path: Path) -> None:
    rows = [["id"], ["a"]]
    one = workbook(tmp_path / "offers.xlsx", Sheet1=rows, Empty=[])
    assert read(one)[1] == {"offers": [("a", 2)]}
    two = workbook(tmp_path / "all.xlsx", **{"Searches": rows, "Stage events": rows})
    assert read(two)[1] == {"searches": [("a", 2)], "stage_events": [("a", 2)]}


def test_every_filled_row_of_a_workbook_is_loaded(read: Read, tmp_path: Path) -> None:
    """Rows counted by another library; blank rows between, above and within are kept apart."""
    path = tmp_path / "searches.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True})
        sheet.write_row(2, 1, ["search_id", "title", "note"])
        for row in range(3, 60):
            if row % 7:
                sheet.write_row(row, 1, [f"s{row}", "Fitter", None])
            else:
                sheet.write_blank(row, 1, None, bold)
    report, tables = read(path)
    cells = list(openpyxl.load_workbook(path, read_only=True).worksheets[0].iter_rows())
    filled = [n for n, row in enumerate(cells, 1) if any(cell.value is not None for cell in row)]
    assert [row[-1] for row in tables["searches"]] == filled[1:]
    assert report.files[0].records == len(filled) - 1 == 49


def test_a_column_without_a_name_and_without_values_is_no_column(
    read: Read, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "a.xlsx", a=[["id", "title", None], ["1", "x", None]])
    assert read(path)[1] == {"a": [("1", "x", 2)]}
    with pytest.raises(WrongColumns, match="sheet 'a', row 1: header cell 3 of 3 is blank"):
        read(workbook(tmp_path / "a.xlsx", a=[["id", "title", None], ["1", "x", "?"]]))


def test_a_title_above_the_header_of_a_sheet_is_named(read: Read, tmp_path: Path) -> None:
    rows = [["All searches"], [None], ["search_id", "title"], ["s1", "Fitter"]]
    with pytest.raises(UnreadableExport, match="line 3 has 2 and looks like the header"):
        read(workbook(tmp_path / "searches.xlsx", searches=rows))


def test_a_workbook_without_values_is_refused(read: Read, tmp_path: Path) -> None:
    with pytest.raises(UnreadableExport, match="no sheet holds a value"):
        read(workbook(tmp_path / "searches.xlsx", searches=[]))


def test_a_stray_cell_in_the_far_corner_is_refused_before_room_is_made_for_it(
    read: Read, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "id"
    book.worksheets[0]["XFD1048576"] = "x"
    book.save(tmp_path / "far.xlsx")
    with pytest.raises(UnreadableExport, match="reaches over 1,048,576 rows and 16,384 columns"):
        read(tmp_path / "far.xlsx")


def test_a_workbook_that_unpacks_to_far_more_is_refused_from_strangers(tmp_path: Path) -> None:
    path = workbook(tmp_path / "bomb.xlsx", a=[["id"], ["1"]])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zeros.bin", b"\0" * 60_000_000)
    with duckdb.connect() as con:
        with pytest.raises(UnreadableExport, match="unpacks from"):
            load(con, [path], limits=UPLOAD_LIMITS)
        with pytest.raises(UnreadableExport, match="unpacks from"):
            load(con, [path], limits=Limits(unpacked_bytes=50_000_000))
        assert load(con, [path]).files[0].loaded == 1


def test_a_formula_that_failed_keeps_its_word(read: Read, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["id", "opened_on"])
        sheet.write_string(1, 0, "s1")
        sheet.write_formula(1, 1, "=VLOOKUP(1,A:B,2)", None, "#N/A")
        sheet.write_formula(2, 1, "=1/0", None, "#DIV/0!")
        sheet.write_formula(3, 1, "=1+1", None, 2)
    rows = [("s1", "#N/A", 2), (None, "#DIV/0!", 3), (None, "2", 4)]
    assert read(tmp_path)[1]["a"] == rows


def rewritten(path: Path, part: str, change: Callable[[str], str]) -> Path:
    """The workbook with one part changed and its checksum made right again."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = change(parts[part].decode()).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


SHEET = "xl/worksheets/sheet1.xml"
BILLION = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (SHEET, lambda xml: xml.replace("</row>", "</raw>", 1)),
        (SHEET, lambda xml: xml[: len(xml) // 2]),
        (SHEET, lambda xml: xml.replace("<worksheet", BILLION + "<worksheet", 1)),
        (SHEET, lambda xml: xml.replace('r="A2"', 'r="!2"', 1)),
        ("xl/styles.xml", lambda xml: xml.replace("</cellXfs>", "")),
        ("xl/workbook.xml", lambda xml: xml.replace("</sheets>", "")),
    ],
)
def test_a_workbook_whose_xml_is_broken_is_refused(
    read: Read, tmp_path: Path, part: str, change: Callable[[str], str]
) -> None:
    path = workbook(tmp_path / "a.xlsx", a=[["id"], *([n] for n in range(20))])
    assert len(read(path)[1]["a"]) == 20
    with pytest.raises(UnreadableExport, match="damaged workbook"):
        read(rewritten(path, part, change))


def test_a_workbook_cut_off_anywhere_is_refused(read: Read, tmp_path: Path) -> None:
    content = workbook(tmp_path / "a.xlsx", a=[["id"], ["1"]]).read_bytes()
    for share in (0.3, 0.6, 0.9, 0.99):
        (tmp_path / "cut.xlsx").write_bytes(content[: int(len(content) * share)])
        with pytest.raises(UnreadableExport, match="damaged workbook"):
            read(tmp_path / "cut.xlsx")


def test_a_zip_that_is_no_workbook_is_refused(read: Read, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("hello.txt", "x")
    with pytest.raises(UnreadableExport, match="damaged workbook: .*workbook.xml"):
        read(tmp_path / "a.xlsx")


def parquet(path: Path, **columns: pa.Array) -> Path:
    pq.write_table(pa.table(columns), path, write_page_checksum=True)
    return path


def test_parquet_values_become_iso_and_plain_text(read: Read, tmp_path: Path) -> None:
    noon = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
    path = parquet(
        tmp_path / "a.parquet",
        id=pa.array([2**60, None]),
        gaps=pa.array([7.0, None]),
        salary=pa.array([Decimal("52400.50"), None], pa.decimal128(12, 2)),
        share=pa.array([0.1, 1e300]),
        day=pa.array([date(2026, 1, 5), None]),
        moment=pa.array([datetime(2026, 1, 5, 12, 0), None]),
        instant=pa.array([noon, None], pa.timestamp("us", tz="Europe/Berlin")),
        exact=pa.array([datetime(2026, 1, 5, 12, 0), None], pa.timestamp("ns")),
        flag=pa.array([True, False]),
        tags=pa.array([["a", "b"], None]),
        nested=pa.array([{"x": 1, "y": "z"}, None]),
        name=pa.array(["Prüfer", ""]).dictionary_encode(),
        content=pa.array([b"abc", None]),
        nothing=pa.nulls(2),
    )
    _, tables = read(path)
    assert tables["a"] == [
        (
            "1152921504606846976",
            "7",
            "52400.50",
            "0.1",
            "2026-01-05",
            "2026-01-05T12:00:00",
            "2026-01-05T12:00:00+00:00",
            "2026-01-05T12:00:00",
            "true",
            '["a","b"]',
            '{"x":1,"y":"z"}',
            "Prüfer",
            "abc",
            None,
            1,
        ),
        (*[None] * 3, "1e+300", *[None] * 4, "false", None, None, "", None, None, 2),
    ]


def test_every_record_of_a_parquet_file_is_loaded_in_order(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"Id": range(120_000)}), path, row_group_size=7_000)
    report, tables = read(path)
    assert tables["a"] == [(str(n), n + 1) for n in range(120_000)]
    assert report.files[0].records == pq.read_metadata(path).num_rows
    assert report.files[0].columns == (("Id", "id"),)


def test_a_parquet_bomb_is_refused_by_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "bomb.parquet"
    schema = pa.schema([("x", pa.string())])
    with pq.ParquetWriter(path, schema) as writer:
        batch = pa.table({"x": ["y" * 1_000] * 100_000}, schema=schema)
        for _ in range(25):
            writer.write_table(batch)
    assert path.stat().st_size < 1_000_000
    with duckdb.connect() as con, pytest.raises(UnreadableExport, match="2,500,000 rows"):
        load(con, [path], limits=UPLOAD_LIMITS)


def test_a_flipped_bit_in_a_parquet_page_is_refused(read: Read, tmp_path: Path) -> None:
    columns = {"x": pa.array([f"value {n}" for n in range(5_000)])}
    content = parquet(tmp_path / "a.parquet", **columns).read_bytes()
    for place in range(200, len(content) // 2, len(content) // 20):
        damaged = bytearray(content)
        damaged[place] ^= 4
        (tmp_path / "a.parquet").write_bytes(damaged)
        with pytest.raises(UnreadableExport, match="damaged"):
            read(tmp_path / "a.parquet")


def test_a_parquet_file_with_two_columns_of_one_name_is_refused(read: Read, tmp_path: Path) -> None:
    table = pa.Table.from_arrays([pa.array([1]), pa.array([2])], names=["Id", "id"])
    pq.write_table(table, tmp_path / "a.parquet")
    with pytest.raises(WrongColumns, match="have the same name"):
        read(tmp_path / "a.parquet")


def test_every_object_of_a_json_file_is_loaded(read: Read, tmp_path: Path) -> None:
    records = [{"id": n, "nested": {"n": [n]}, "text": f"Prüfer {n}\n"} for n in range(50_000)]
    (tmp_path / "a.json").write_text(json.dumps(records), encoding="utf-8")
    lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    (tmp_path / "b.jsonl").write_text(lines, encoding="utf-8")
    expected = [(str(n), f'{{"n":[{n}]}}', f"Prüfer {n}\n", n + 1) for n in range(50_000)]
    report, tables = read(tmp_path)
    assert tables["a"] == tables["b"] == expected
    assert [file.records for file in report.files] == [50_000, 50_000]


def test_a_key_that_comes_late_becomes_a_column_all_the_same(read: Read, tmp_path: Path) -> None:
    lines = ['{"id": "a"}'] * 30_000 + ['{"late": 1, "id": "b"}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    rows = read(tmp_path)[1]["a"]
    assert rows[0] == ("a", None, 1) and rows[-1] == ("b", "1", 30_001)


def test_a_set_aside_json_line_keeps_its_text(read: Read, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": 1, "id": 12345678901234567890123}\n')
    (row,) = read(tmp_path)[0].rejected
    assert row.text == '{"id": 1, "id": 12345678901234567890123}'
