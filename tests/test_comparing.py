"""An agency's own list of submissions against ours, worked out by hand on eight submissions."""

import csv
import json
import random
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from small_export import CANDIDATES, SEARCHES, write_export, write_table

from partnership import entries, packs, published, queries
from partnership.__main__ import main
from partnership.comparing import AgencyList, compared
from partnership.errors import NotComparable
from partnership.findings import lists_compared as findings
from partnership.review import saved
from partnership.review.asked import Asked
from partnership.review.model import Slide
from partnership.review.shelf import HrsShelf
from partnership.review.slides import where_we_disagree
from partnership.review.source import about, quarter_of, reading

Run = Callable[..., tuple[int, str, str]]

# Submission, search, candidate, agency, day.
OURS = [
    ("U1", "S1", "C1", "A1", "2026-01-10"),
    ("U3", "S1", "C3", "A1", "2026-01-12"),
    ("U9", "S1", "C3", "A1", "2026-01-13"),
    ("U4", "S2", "C4", "A1", "2026-02-03"),
    ("U5", "S2", "C5", "A1", "2026-02-05"),
    ("U6", "S2", "C1", "A1", "2026-02-20"),
    ("U7", "S1", "C7", "A2", "2026-02-10"),
    ("U8", "S2", "C8", "A1", "2026-03-20"),
]
HEADINGS = ("Submission ID", "Job ID", "Position", "Candidate", "Candidate ID", "E-mail", "Agency")
HEADINGS += ("CV sent on",)
LIST = [
    ("U1", "", "", "Ann Zebra", "", "", "Harbour", "10.01.2026"),
    ("", "S1", "", "", "C3", "", "", "16.01.2026"),
    ("", "", "Analyst", "Eve Xerus", "", "EVE@example.com ", "", "06.02.2026"),
    ("", "S1", "", "", "C7", "", "", "10.02.2026"),
    ("", "S2", "", "", "C8", "", "", "soon"),
    ("U4", "S2", "", "", "C4", "", "Northgate", "03.02.2026"),
    ("", "S1", "", "", "C9", "", "", "01.12.2025"),
    ("", "S2", "", "", "C1", "", "A1", "20.02.2026"),
    ("", "S2", "", "Somebody", "", "", "", "19.02.2026"),
    ("", "S1", "", "", "C7", "", "", "10.02.2026"),
    ("", "S1", "", "", "C3", "", "", "12.01.2026"),
]
SENTENCES = """Harbour: harbour.csv against these figures, 10 Jan 2026 to 20 Feb 2026.
The list covers 1 Dec 2025 to 20 Feb 2026, these figures 10 Jan 2026 to 31 Mar 2026.
The two lists differ in 2 to 7 cases: 4 rows could not be compared.
On both lists: 5, 1 of them with days more than one apart.
Only on the agency's list: 1.
Only on ours: 0 to 1.
Rows of the list not compared: 5, 1 of them outside these days.
Matched by the submission's id: 1; by candidate and search: 3; by e-mail address: 1.
Of ours, 1 lie outside these days.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the agency's list and the company's builds."""
    folder = tmp_path_factory.mktemp("compared")
    with (folder / "harbour.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=";").writerows([HEADINGS, *LIST])
    mails = {"C5": "eve@example.com"}
    names = ("submission_id", "search_id", "candidate_id", "agency_id", "received_at")
    write_export(
        folder / "export",
        searches=SEARCHES,
        candidates=[
            CANDIDATES[0],
            *(
                {"candidate_id": key, "full_name": f"Name {key}", "email": mails.get(key, "")}
                for key in ("C3", "C4", "C5", "C7", "C8")
            ),
        ],
        submissions=[dict(zip(names, row, strict=True)) | {"channel": "agency"} for row in OURS],
        agencies=[{"agency_id": "A1", "name": "Harbour"}, {"agency_id": "A2", "name": "Northgate"}],
        export=[{"exported_at": "2026-03-31T23:59:59Z"}],
    )
    arguments = [folder / "export", "--builds", folder / "builds", "--records", folder / "records"]
    assert main(["build", *map(str, arguments), "--quiet"]) == 0
    return folder


@pytest.fixture
def run(made: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """`run(FILE, …)` is the exit code, standard output and standard error of `compare`."""

    def ran(file: Path, *more: object) -> tuple[int, str, str]:
        where = ["--builds", made / "builds", "--records", made / "records"]
        code = main(["compare", *map(str, [file, *more, *where])])
        return code, *capsys.readouterr()

    return ran


def as_rows(text: str) -> dict[Any, dict[str, Any]]:
    """What was printed as JSON, by the line of the list, else by our submission."""
    return {row["line"] or row["submission_id"]: row for row in json.loads(text)}


def test_every_row_is_on_both_lists_on_one_or_refused(made: Path, run: Run) -> None:
    code, out, said = run(made / "harbour.csv", "--agency", "A1", "--format", "json")
    assert (code, said) == (0, SENTENCES)
    rows = as_rows(out)
    assert {line: row["outcome"] for line, row in rows.items()} == {
        **dict.fromkeys((2, 3, 4, 9, 12), "both"),
        **{5: "only_theirs", "U4": "only_ours"},
        **dict.fromkeys((6, 7, 8, 10, 11), "refused"),
    }
    ways = ("submission_id", "matched_by", "has_other_day", "days_later")
    assert {line: tuple(rows[line][name] for name in ways) for line in (2, 3, 4, 9, 12)} == {
        2: ("U1", "submission_id", False, 0),
        3: ("U9", "candidate_and_search", True, 3),
        4: ("U5", "email_and_search", False, 1),
        9: ("U6", "candidate_and_search", False, 0),
        12: ("U3", "candidate_and_search", False, 0),
    }
    reasons = {line: rows[line]["reason"] for line in (6, 7, 8, 10, 11)}
    assert "nor a day" in reasons[6]
    assert "another agency" in reasons[7]
    assert "10 Jan 2026 to 20 Feb 2026" in reasons[8]
    assert "not both a candidate and a search" in reasons[10]
    assert "line 5" in reasons[11]
    # Nothing of another agency, no name, no address.
    for hidden in ("U7", "A2", "Northgate", "Ann Zebra", "Eve", "example.com"):
        assert hidden not in out


def test_a_workbook_is_read_as_the_same_list_and_a_second_sheet_is_named(
    made: Path, run: Run, tmp_path: Path
) -> None:
    days = [pd.to_datetime(row[-1], format="%d.%m.%Y", errors="coerce") for row in LIST]
    rows = [[*row[:-1], day] for row, day in zip(LIST, days, strict=True)]
    with pd.ExcelWriter(tmp_path / "harbour.xlsx") as book:
        pd.DataFrame(rows, columns=HEADINGS).to_excel(book, sheet_name="Submissions", index=False)
        pd.DataFrame({"Note": ["ours"]}).to_excel(book, sheet_name="Notes", index=False)
    code, out, said = run(tmp_path / "harbour.xlsx", "--agency", "A1", "--format", "csv")
    assert code == 0
    assert said.splitlines()[1:8] == SENTENCES.splitlines()[1:8]
    assert said.endswith("Other sheets were not read: notes.\n")
    assert len(out.splitlines()) == 1 + len(LIST) + 1  # the heading, and what is only on ours


def test_an_agency_reads_its_own_file_which_holds_no_address(made: Path, run: Run) -> None:
    code, out, _ = run(made / "harbour.csv", "--reader", "agency:A1", "--format", "json")
    rows = as_rows(out)
    assert code == 0
    assert "hold none" in rows[4]["reason"]
    assert rows["U5"]["outcome"] == "only_ours"
    code, _, said = run(made / "harbour.csv", "--reader", "agency:A1", "--agency", "A2")
    assert (code, "own list alone" in said) == (2, True)
    code, _, said = run(made / "harbour.csv", "--reader", "agency:A1", "--keep")
    assert (code, "own machine" in said) == (2, True)


def test_a_selects_folder_of_ones_own_reads_a_list_too(
    made: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "submissions.sql").write_text(
        "-- reads: raw.placed(nr, wann)\n-- main: raw.placed(nr)\n-- carries: raw.placed\n"
        "select nr as submission_id, wann as received_at, _file, _line\n"
        "from raw.placed where nr is not null\n"
    )
    write_table(
        tmp_path / "placed.csv",
        [{"nr": "U1", "wann": "2026-01-10"}, {"nr": "", "wann": "2026-02-20"}],
    )
    asked = ("--agency", "A1", "--mapping", tmp_path / "own", "--format", "json")
    code, out, _ = run(tmp_path / "placed.csv", *asked)
    rows = as_rows(out)
    assert (code, rows[2]["outcome"], rows[3]["outcome"]) == (0, "both", "refused")
    assert "nothing in this row" in rows[3]["reason"]


@pytest.mark.parametrize(
    ("text", "asked", "code", "said"),
    [
        ("Submission ID,CV sent on\nU1,2026-01-10\n", (), 1, "Add --agency ID, one of: A1, A2"),
        ("Submission ID,CV sent on\nU1,2026-01-10\n", ("--agency", "A3"), 1, "no agency 'A3'"),
        ("Submission ID,CV sent on\n", ("--agency", "A1"), 1, "a header and no row"),
        ("Submission ID,CV sent on\nU1,soon\n", ("--agency", "A1"), 1, "the first in line 2"),
        ("Submission ID,CV sent on\nU1,2024-05-05\n", ("--agency", "A1"), 1, "no day in common"),
        ("Submission ID,When\nU1,2026-01-10\n", ("--agency", "A1"), 1, "list.received_at="),
        ("Submission ID,CV sent on\nU1,03/04/2026\n", ("--agency", "A1"), 1, "--date-order"),
    ],
)
def test_what_cannot_be_compared_says_what_to_do(
    run: Run, tmp_path: Path, text: str, asked: tuple[str, ...], code: int, said: str
) -> None:
    (tmp_path / "theirs.csv").write_text(text, encoding="utf-8")
    found, out, error = run(tmp_path / "theirs.csv", *asked)
    assert (found, out) == (code, "")
    assert said in error
    assert "remembered" not in error


def slide_of(made: Path, agency: str) -> Slide:
    """The agency's slide of the first quarter, with all that HR kept for it."""
    build = published.current(made / "builds")
    shelf = HrsShelf(entries.folder_of(made / "records", build), build)
    facts = about(build)
    quarter = quarter_of(facts, "2026Q1")
    with reading(build, agency) as connection:
        asked = Asked(
            connection=connection,
            agency_id=agency,
            agency=facts.agencies[agency],
            quarter=quarter,
            edition="agency",
            tone="neutral",
            as_of=facts.as_of,
            rules=facts.rules,
            kept=saved.kept_for(shelf, facts, agency, quarter, "agency"),
        )
        return where_we_disagree.slide(asked)


def test_what_is_kept_are_counts_and_the_slide_says_them(made: Path, run: Run) -> None:
    before = slide_of(made, "A1")
    assert "have not been compared" in before.points[-1]
    assert run(made / "harbour.csv", "--agency", "A1", "--keep")[0] == 0
    lying = (made / "records" / "list_comparisons.csv").read_text(encoding="utf-8")
    for hidden in ("Ann", "Eve", "eve@", "C3", "C7", "U7", "Northgate"):
        assert hidden not in lying
    slide = slide_of(made, "A1")
    assert slide.headline.endswith(
        "lists of submissions differ in 2 to 7 cases: 4 rows could not be compared."
    )
    assert slide.points == (
        *before.points[:-1],
        "Harbour's own list (harbour.csv), 10 Jan 2026 to 20 Feb 2026: 5 on both lists, 1 of them"
        " on days more than one apart; 1 on Harbour's alone, 0 to 1 on HR's alone; 4 of its 11"
        " rows could not be compared and may be among HR's; 1 of its 11 rows outside these days",
        "On Harbour's alone: line 5 of its file; on HR's alone or among the rows not compared: U4;"
        " on other days: U9",
    )
    assert "11 rows of Harbour's own list, compared on " in slide.basis
    # A file's name may name another agency: both sides read the slide.
    of_both = shutil.copy(made / "harbour.csv", made / "Harbour, Northgate.csv")
    assert run(of_both, "--agency", "A1", "--keep")[0] == 0
    assert slide_of(made, "A1").points[-2].startswith("Harbour's own list, 10 Jan 2026 to 20 Feb")
    # Neither another agency's review nor one of other months says anything of it.
    assert "have not been compared" in slide_of(made, "A2").points[-1]


@pytest.mark.parametrize(
    ("other_day", "theirs", "ours", "in_doubt", "said"),
    [
        (0, 0, 0, 0, "agree"),
        (0, 1, 0, 0, "differ in 1 case"),
        (1, 1, 15, 0, "differ in 17 cases"),
        # 11 of the 15 may be the rows not compared; or each of these is one more.
        (1, 1, 15, 11, "differ in 6 to 28 cases: 11 rows could not be compared"),
        (0, 0, 3, 5, "differ in at most 8 cases: 5 rows could not be compared"),
        (0, 0, 0, 1, "differ in at most 1 case: 1 row could not be compared"),
    ],
)
def test_no_more_is_claimed_than_is_certain(
    other_day: int, theirs: int, ours: int, in_doubt: int, said: str
) -> None:
    counts = {"other_day": other_day, "only_theirs": theirs, "only_ours": ours}
    counts["in_doubt"] = in_doubt
    assert findings.differ(counts) + findings.in_doubt(counts) == said
    kept = {name: f"{count}" for name, count in counts.items()}
    kept |= {"both": "0", "list_rows": "9", "refused": kept.pop("in_doubt")}  # as kept before
    assert findings.bounds(findings.counts_kept(kept)) == findings.bounds(counts)


@pytest.fixture(scope="module")
def opened(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which Harbour opened what was packed for it."""
    folder = tmp_path_factory.mktemp("harbour's")
    packs.pack(published.current(made / "builds"), "A1", folder / "harbour.zip")
    packs.unpack(folder / "harbour.zip", folder / "builds")
    return folder


def test_where_nothing_can_be_known_no_list_is_said_to_lack_anything(
    opened: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--builds", str(opened / "builds"), "--records", str(opened / "records")]
    rows = "REF-1,eve@example.com,2026-02-06\nREF-2,ann@example.com,2026-02-02\n"
    (opened / "own.csv").write_text(f"Submission ID,E-mail,CV sent on\n{rows}", encoding="utf-8")
    assert main(["compare", str(opened / "own.csv"), *where]) == 1
    out, said = capsys.readouterr()
    assert out == ""
    assert "2 can only be known by e-mail addresses, and these figures hold none" in said
    # By the ids that both have it can be; and nobody has to say who asks.
    (opened / "ids.csv").write_text(
        "Submission ID,E-mail,CV sent on\nU4,,2026-02-03\nREF-1,eve@example.com,2026-02-06\n",
        encoding="utf-8",
    )
    assert main(["compare", str(opened / "ids.csv"), *where, "--keep"]) == 0
    out, _ = capsys.readouterr()
    assert "differ in at most 2 cases: 1 row could not be compared" in out
    assert "Only on ours: 0 to 1." in out


def test_an_agency_writes_its_own_edition_of_what_was_packed_for_it(
    made: Path, opened: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--builds", str(opened / "builds"), "--records", str(opened / "records")]
    file = opened / "own.xlsx"
    assert main(["review", "--out", str(file), "--keep", *where]) == 0
    with zipfile.ZipFile(file) as book:
        held = b"".join(book.read(name) for name in book.namelist()).decode()
    # The same figures have the same name on both sides' paper.
    assert published.current(made / "builds").name in held
    assert published.current(opened / "builds").name not in held
    kept = entries.kept(opened / "records", "reviews")
    assert {(e.entered_as, e.values["edition"]) for e in kept} == {("A1", "agency")}
    capsys.readouterr()
    assert main(["review", "--out", str(file), "--edition", "hr", *where]) == 1
    assert "HR's edition is made from HR's figures" in capsys.readouterr().err


@pytest.fixture(scope="module")
def figures_of_hr(made: Path) -> Iterator[queries.Connection]:
    file = published.current(made / "builds").path / "partnership.duckdb"
    with closing(queries.opened(file)) as connection:
        yield connection


def random_list(draw: random.Random) -> AgencyList:
    """Some of ours, as somebody else would list them: other days, lost ids, rows said twice."""
    listed = []
    for key, search, candidate, _, day in draw.choices(OURS, k=draw.randint(1, 12)):
        moved = date.fromisoformat(day) + timedelta(days=draw.choice((0, 0, 1, -2, 40, -300)))
        row = {"submission_id": key, "search_id": search, "title": None, "email": None}
        row |= {"candidate_id": candidate, "received_on": moved}
        for name in ("submission_id", "candidate_id", "search_id"):
            row[name] = row[name] if draw.random() < 0.7 else draw.choice((None, "else"))
        row["email"] = draw.choice((None, "eve@example.com", "other@example.com"))
        listed.append(row)
    seen: set[Any] = set()
    for row in listed:  # the reader refuses an id that an earlier row has
        row["submission_id"] = None if row["submission_id"] in seen else row["submission_id"]
        seen.add(row["submission_id"])
    places = [{"place": place, **row} for place, row in enumerate(listed)]
    return AgencyList("x.csv", places, [("x.csv", 2 + n) for n in range(len(listed))], [])


def test_both_lists_add_up_whatever_is_in_them(figures_of_hr: queries.Connection) -> None:
    draw = random.Random(7)
    outcomes: set[str] = set()
    for _ in range(15):
        theirs = random_list(draw)
        theirs.entries.append(  # one row that is surely within the days of ours
            dict(theirs.entries[0], place=len(theirs.entries), submission_id=None)
            | {"candidate_id": None, "received_on": date(2026, 2, 1)}
        )
        theirs.lines.append(("x.csv", 99))
        try:
            found = compared(figures_of_hr, theirs, ("A1", "Harbour"))
        except NotComparable:  # no row of it is one of ours
            continue
        count, rows = found.counts, found.rows
        assert count["both"] + count["only_theirs"] + count["refused"] == len(theirs.entries)
        assert sorted(rows["line"].dropna()) == sorted(line for _, line in theirs.lines)
        own = {key: date.fromisoformat(day) for key, _, _, of, day in OURS if of == "A1"}
        of_theirs = rows[rows["outcome"] == "both"]
        elsewhere = [key for key in of_theirs["submission_id"] if own[key] > found.last]
        elsewhere += [key for key in of_theirs["submission_id"] if own[key] < found.first]
        ours_within = sum(found.first <= day <= found.last for day in own.values())
        assert count["both"] + count["only_ours"] == ours_within + len(elsewhere)
        assert not rows["submission_id"].dropna().duplicated().any()
        outcomes |= set(rows["outcome"])
    assert outcomes == {"both", "only_theirs", "only_ours", "refused"}
