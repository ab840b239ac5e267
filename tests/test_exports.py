"""Files and folders → raw tables: found, named, put together and accounted for."""

import csv
import random
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from mutate import regular_csv

from partnership.answers import Answers
from partnership.errors import UnreadableExport, WrongColumns
from partnership.exports import Limits, load, raw_name
from partnership.exports.fast_csv import load_fast
from partnership.exports.names import raw_columns
from partnership.exports.sources import source

Connection = duckdb.DuckDBPyConnection


@pytest.fixture
def con() -> Iterator[Connection]:
    with duckdb.connect() as connection:
        yield connection


def rows_of(con: Connection, table: str) -> list[tuple[object, ...]]:
    return con.execute(f'select * from raw."{table}" order by _file, _line').fetchall()


def columns_of(con: Connection, table: str) -> list[str]:
    return [row[0] for row in con.execute(f'describe raw."{table}"').fetchall()]


def test_a_folder_is_read_with_the_folders_in_it_and_the_rest_is_listed(
    con: Connection, tmp_path: Path
) -> None:
    for name in ("searches.csv", "jobs/offers.csv", "jobs/old/briefs.csv", "LICENSE", "~$a.xlsx"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("a,b\n1,2\n")
    (tmp_path / "README.txt").write_text("what this is")
    report = load(con, [tmp_path])
    assert [(file.file, file.table) for file in report.files] == [
        ("jobs/offers.csv", "offers"),
        ("searches.csv", "searches"),
    ]
    assert [file.file for file in report.ignored] == ["LICENSE", "README.txt", "~$a.xlsx"]
    assert all(file.reason for file in report.ignored)


def test_a_file_named_twice_is_read_once(con: Connection, tmp_path: Path) -> None:
    (tmp_path / "searches.csv").write_text("a,b\n1,2\n")
    report = load(con, [tmp_path / "searches.csv", tmp_path, tmp_path / "." / "searches.csv"])
    assert len(report.files) == 1
    assert rows_of(con, "searches") == [("1", "2", "searches.csv", 2)]


def test_files_of_one_table_are_put_together_by_column_name(
    con: Connection, tmp_path: Path
) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "searches.csv").write_text("title,search_id\nFitter,s1\n")
    (tmp_path / "searches.csv").write_text("Search ID,level\ns2,\n")
    (tmp_path / "searches.json").write_text('[{"search_id": "s3"}]')
    load(con, [tmp_path])
    assert columns_of(con, "searches")[:2] == ["title", "search_id"]
    picked = con.execute("select search_id, title, level, _file, _line from raw.searches")
    assert sorted(picked.fetchall()) == [
        ("s1", "Fitter", None, "old/searches.csv", 2),
        ("s2", None, "", "searches.csv", 2),  # an empty field is '', an absent column null
        ("s3", None, None, "searches.json", 1),
    ]


def test_two_files_of_one_name_are_told_apart(con: Connection, tmp_path: Path) -> None:
    paths = [tmp_path / "north" / "searches.csv", tmp_path / "south" / "searches.csv"]
    for path in paths:
        path.parent.mkdir()
        path.write_text("a,b\n1,2\n")
    report = load(con, paths)
    assert [file.file for file in report.files] == ["north/searches.csv", "south/searches.csv"]


def test_a_path_that_is_not_there_or_of_another_kind_is_refused(
    con: Connection, tmp_path: Path
) -> None:
    (tmp_path / "letter.docx").write_text("x")
    for name, said in (("searches.csv", "no file or folder"), ("letter.docx", "ending|end in")):
        with pytest.raises(UnreadableExport, match=said) as refusal:
            load(con, [tmp_path / name])
        assert refusal.value.next_step


@pytest.mark.parametrize(
    ("exported", "name"),
    [
        ("Date Received (UTC)", "date_received_utc"),
        ('"START"', "start"),
        ("_fivetran_synced", "_fivetran_synced"),
        ("custom_pronoun_", "custom_pronoun_"),
        ("createdAt", "createdat"),
        (" Größe ", "größe"),
        ("_line", "line"),
        ("%", ""),
    ],
)
def test_names_in_raw(exported: str, name: str) -> None:
    assert raw_name(exported) == name


def test_a_header_cell_of_signs_is_named_after_its_position() -> None:
    assert raw_columns(["#", "name"], "x") == ["column_1", "name"]


def test_a_header_as_long_as_a_text_is_refused_at_once() -> None:
    began = time.process_time()
    with pytest.raises(WrongColumns, match="goes on for 1,000,001 characters"):
        raw_columns(["id", "x" * 1_000_000 + "-"], "x")
    assert time.process_time() - began < 5


def test_rejected_rows_go_to_the_quarantine_too(con: Connection, tmp_path: Path) -> None:
    (tmp_path / "searches.csv").write_text("a,b\n1,2\n3\n4,5\n")
    report = load(con, [tmp_path / "searches.csv"])
    kept = con.execute("from quarantine.row").fetchall()
    (row,) = report.rejected
    assert kept == [("searches.csv", 3, "searches", None, row.rule, row.reason, "3")]
    load(con, [tmp_path / "searches.csv"])
    assert con.execute("select count(*) from quarantine.row").fetchone() == (2,)


def test_the_report_says_how_a_file_was_read(con: Connection, tmp_path: Path) -> None:
    content = "\ufeffSearch ID;Title\r\ns1;Prüfer\r\n".encode()
    (tmp_path / "Open Searches.csv").write_bytes(content)
    (one,) = load(con, [tmp_path]).files
    assert (one.file, one.table, one.format) == ("Open Searches.csv", "open_searches", "csv")
    assert one.columns == (("Search ID", "search_id"), ("Title", "title"))
    assert (one.encoding, one.delimiter, one.bytes) == ("utf-8-sig", "semicolon", len(content))
    assert (one.records, one.loaded, one.lines, len(one.sha256)) == (1, 1, 2, 64)


def test_progress_names_every_file_and_ends_at_one(con: Connection, tmp_path: Path) -> None:
    for name in ("briefs.csv", "searches.csv"):
        (tmp_path / name).write_text("a,b\n1,2\n")
    steps: list[tuple[str, float]] = []
    load(con, [tmp_path], progress=lambda step, share: steps.append((step, share)))
    assert [share for _, share in steps] == [0.0, 0.5, 1.0]
    assert "briefs.csv" in steps[0][0]


def test_an_answer_about_a_delimiter_wins_over_the_rule(con: Connection, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x;y,z\n1;2,3\n")
    load(con, [tmp_path], Answers(delimiter={"a.csv": ","}))
    assert columns_of(con, "a")[:2] == ["x_y", "z"]


@pytest.mark.parametrize(
    "limits", [Limits(rows=2), Limits(columns=1), Limits(file_bytes=5)], ids=str
)
@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.jsonl"])
def test_limits_refuse_what_is_too_large(
    con: Connection, tmp_path: Path, limits: Limits, name: str
) -> None:
    texts = {
        "a.csv": "a,b\n" + "1,2\n" * 3,
        "a.json": '[{"a": 1, "b": 2}, {"a": 1}, {"a": 1}]',
        "a.jsonl": '{"a": 1, "b": 2}\n{"a": 1}\n{"a": 1}\n',
    }
    (tmp_path / name).write_text(texts[name])
    with pytest.raises(UnreadableExport, match="at most"):
        load(con, [tmp_path], limits=limits)
    assert load(con, [tmp_path]).files[0].loaded == 3


def test_a_file_as_wide_as_a_bomb_is_refused(con: Connection, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(",".join(f"c{n}" for n in range(200_000)) + "\n")
    with pytest.raises(UnreadableExport, match="200,000 columns"):
        load(con, [tmp_path])


@pytest.mark.parametrize("seed", range(40))
def test_the_fast_reader_reads_what_pythons_reader_reads(
    con: Connection, tmp_path: Path, seed: int
) -> None:
    """Well-formed files go the fast way, and both ways give the same lines and values."""
    chance = random.Random(seed)
    delimiter, ending = chance.choice(",;\t|"), chance.choice(["\n", "\r\n"])
    content = regular_csv(chance, delimiter, ending).rstrip(b"\r\n")
    if ending == "\r\n":
        content = content.replace(b'"two\nlines"', b'"two lines"')
    path = tmp_path / "fast.csv"
    path.write_bytes(content + b"\n" * (ending == "\n") * chance.randint(0, 2))
    reader = csv.reader(content.decode().splitlines(keepends=True), delimiter=delimiter)
    expected, line = [], 1
    for fields in reader:
        expected.append([*fields, line])
        line = reader.line_num + 1
    names = [f"column_{n}" for n in range(len(expected[0]) - 1)]
    con.execute("create schema raw")
    loaded = load_fast(con, source(path, "fast.csv", Limits()), "utf-8", delimiter, names)
    if len(expected) == 1:
        assert loaded is None
        return
    assert loaded is not None and loaded.rows == len(expected) - 1
    rows = con.execute("select * exclude (_file) from raw.fast order by _line").fetchall()
    assert [list(row) for row in rows] == expected[1:]


@pytest.mark.parametrize(
    "content",
    [
        b"a,b\n1,2\n3\n",
        b"a,b\n1,2\r\n3,4\n",
        b"a,b\n1,2\r3,4\n",
        b'a,b\n1,2" wide\n',
        b'a,b\n1,"x\n',
        b'a,b\n1,"x" y\n',
        b"a,b\n" + b"1," + b"x" * 2_000_000 + b"\n",
    ],
)
def test_a_file_with_any_irregularity_is_left_to_the_careful_reader(
    con: Connection, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    con.execute("create schema raw")
    one = source(tmp_path / "a.csv", "a.csv", Limits())
    assert load_fast(con, one, "utf-8", ",", ["a", "b"]) is None


def test_a_path_that_looks_like_a_pattern_is_one_file(con: Connection, tmp_path: Path) -> None:
    for name in ("a[1].csv", "a1.csv"):
        (tmp_path / name).write_text(f"a,b\n{name},2\n")
    report = load(con, [tmp_path / "a[1].csv"])
    assert rows_of(con, report.files[0].table)[0][0] == "a[1].csv"


def test_a_large_file_is_read_fast_and_to_the_last_row(con: Connection, tmp_path: Path) -> None:
    """Quotes and line breaks across the pieces that the count is made in."""
    with (tmp_path / "big.csv").open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([f"c{n}" for n in range(12)])
        for n in range(200_000):
            note = 'two\nlines, "quoted"' if n % 3 == 0 else "x" * 20
            writer.writerow([n, note, "", *["value"] * 8, n + 1])
    began = time.process_time()
    (one,) = load(con, [tmp_path]).files
    assert time.process_time() - began < 20  # about 1 s, however busy the machine is
    assert (one.loaded, one.rejected, one.blank) == (200_000, 0, 0)
    wrong = con.execute(
        "select count(*) from raw.big where c0::int + 1 <> c11::int "
        "or _line <> 2 + c0::int + (c0::int + 2) // 3"
    ).fetchone()
    assert wrong == (0,)
