"""Exports of other systems → typed tables; every row of every file is accounted for."""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

import duckdb
import pytest
from openpyxl import Workbook

from partnership.answers import Answers
from partnership.entries import Typed
from partnership.errors import NeedsAnswer, UnknownMapping, WrongColumns
from partnership.exports import LoadReport, load
from partnership.mapping import StageReport, stage
from partnership.settings import Settings

EXTERNAL = os.environ.get("EXTERNAL_DATA")
needs_external = pytest.mark.skipif(
    EXTERNAL is None, reason="EXTERNAL_DATA is not set: the real exports are elsewhere"
)
Found = list[tuple[object, ...]]


class Staged:
    """What became of some files."""

    def __init__(self, folder: Path, mapping: str = "auto", answers: Answers | None = None) -> None:
        self.con = duckdb.connect()
        try:
            self.loaded: LoadReport = load(self.con, [folder], answers or Answers())
            self.report: StageReport = stage(
                self.con,
                self.loaded,
                mapping,
                answers=answers or Answers(),
                settings=Settings(),
                as_of=None,
            )
        except BaseException:
            self.con.close()
            raise

    def rows(self, sql: str) -> Found:
        return self.con.execute(sql).fetchall()

    def typed(self, table: str, columns: str) -> Found:
        return self.rows(f"select {columns} from typed.{table} order by all")

    def set_aside(self) -> Counter[tuple[object, ...]]:
        """How many rows were set aside, by table and rule; those that loading refused are apart."""
        return Counter(
            self.rows(
                'select table_name, rule from quarantine."row" '
                "where rule not in ('not_a_record', 'invalid_json')"
            )
        )

    def notes(self, rule: str) -> list[object]:
        sql = f"select value from quarantine.note where rule = '{rule}' order by value"
        return [value for (value,) in self.rows(sql)]

    def unaccounted(self) -> Found:
        """The rows of carried tables that are neither typed nor set aside: there must be none."""
        typed = self.rows("select table_name from typed.present")
        ended = " union ".join(
            ["select _file, _line from quarantine.row"]
            + [f"select _file, _line from typed.{table}" for (table,) in typed]
        )
        carried = [t for t, role in self.report.roles.items() if role == "carried"]
        lost: Found = []
        for table in carried:
            lost += self.rows(f'select _file, _line from raw."{table}" except ({ended})')
        return lost


Stage = Callable[..., Staged]


@pytest.fixture
def staged(tmp_path: Path) -> Iterator[Stage]:
    """`staged({"searches.csv": "…"})`: these files, loaded and staged."""
    made: list[Staged] = []

    def run(files: Mapping[str, str] | Path, mapping: str = "auto", **answers: object) -> Staged:
        folder = files
        if isinstance(files, Mapping):
            folder = tmp_path / "exports"
            folder.mkdir(exist_ok=True)
            for name, text in files.items():
                (folder / name).write_text(text, encoding="utf-8")
        made.append(Staged(Path(str(folder)), mapping, Answers(**answers)))  # type: ignore[arg-type]
        assert made[-1].unaccounted() == []
        return made[-1]

    yield run
    for one in made:
        one.con.close()


def external(folder: str) -> Path:
    return Path(EXTERNAL or "") / folder


# ---- two files

SEARCHES = """\
Job ID;Job title;Date opened;Status;Closed;Department
R-01;Nurse;03.11.2025;Closed;20.12.2025;Care
R-02;Analyst;15.11.2025;Open;;Finance
R-03;Cook;15.11.2025;Closed;;
"""
CANDIDATES = """\
Requisition;Candidate;E-mail;Source;Received;Current stage;Interview date;Offer date;Hired date;\
Start date;Rejected on;Rejection reason;Withdrawn;Salary;Currency
R-01;Ann Lee;ann@x.org;Acme Recruiting;05.11.2025;Hired;12.11.2025;28.11.2025;02.12.2025;\
15.12.2025;;;;52.000,50;EUR
R-01;Bo Roe;bo@x.org;ACME;06.11.2025;Rejected;;;;;09.11.2025;Experience;;;
R-01;Ed Poe;ed@x.org;ACME;07.11.2025;Offer;13.11.2025;25.11.2025;;;;;27.11.2025;48.000,00;EUR
Analyst;Cy Day;cy@x.org;Employee referral;20.11.2025;Screening;NA;;;;;;;;
R-09;Di Fox;di@x.org;Acme Recruiting;21.11.2025;New;;;;;;;;;
"""
TWO_FILES = {"searches.csv": SEARCHES, "candidates.csv": CANDIDATES}
AGENCIES = {"Acme Recruiting": "acme", "ACME": "acme", "Employee referral": None}


@pytest.mark.parametrize(
    ("there", "missing"), [("searches", "candidates"), ("candidates", "searches")]
)
def test_one_of_the_two_files_asks_for_the_other(staged: Stage, there: str, missing: str) -> None:
    with pytest.raises(UnknownMapping, match=f"there is {there}, but no {missing}"):
        staged({f"{there}.csv": TWO_FILES[f"{there}.csv"]}, agencies=AGENCIES)


def test_two_plain_files_are_enough(staged: Stage) -> None:
    one = staged(TWO_FILES, agencies=AGENCIES)
    assert one.report.system == "two_files"
    assert one.typed("searches", "search_id, opened_on, status, closed_on") == [
        ("R-01", date(2025, 11, 3), "filled", date(2025, 12, 20)),
        ("R-02", date(2025, 11, 15), "open", None),
        ("R-03", date(2025, 11, 15), "cancelled", None),
    ]
    assert one.typed("agencies", "agency_id, name") == [("acme", "ACME")]
    columns = "search_id, channel, agency_id, received_on, decision, decided_on, withdrawn_on"
    november = [date(2025, 11, day) for day in range(1, 31)]
    assert one.typed("submissions", columns) == [
        ("R-01", "agency", "acme", november[4], "advanced", november[11], None),
        ("R-01", "agency", "acme", november[5], "rejected", november[8], None),
        ("R-01", "agency", "acme", november[6], "advanced", november[12], november[26]),
        ("R-02", "referral", None, november[19], None, None, None),
    ]
    assert one.typed("stage_events", "entered_on, stage, actor") == [
        (november[8], "ended", "hr"),
        (november[11], "interview", "hr"),
        (november[12], "interview", "hr"),
        (november[24], "offer", "hr"),
        (november[26], "ended", None),
        (november[27], "offer", "hr"),
        (date(2025, 12, 2), "hired", "hr"),
    ]
    assert one.typed("offers", "extended_on, outcome, answered_on, offered_salary::double") == [
        (november[24], "declined", november[26], 48000.0),
        (november[27], "accepted", date(2025, 12, 2), 52000.5),
    ]
    assert one.typed("placements", "started_on") == [(date(2025, 12, 15),)]
    assert one.set_aside() == {("submissions", "parent_missing"): 1}
    assert len(one.typed("candidates", "candidate_id")) == 4


def test_an_agency_called_by_one_of_its_spellings_goes_by_that_one(staged: Stage) -> None:
    chosen = {"Acme Recruiting": "Acme Recruiting", "ACME": "Acme Recruiting"}
    one = staged(TWO_FILES, agencies=chosen | {"Employee referral": None})
    assert one.typed("agencies", "agency_id, name") == [("Acme Recruiting", "Acme Recruiting")]


def test_which_sources_are_agencies_is_asked_with_their_counts(staged: Stage) -> None:
    with pytest.raises(NeedsAnswer) as asked:
        staged(TWO_FILES)
    assert asked.value.question == "agencies"
    assert asked.value.choices == {
        "ACME": "2 rows",
        "Acme Recruiting": "2 rows",
        "Employee referral": "1 row",
    }


def test_a_source_nobody_has_decided_on_is_unassigned(staged: Stage) -> None:
    one = staged(TWO_FILES, agencies={"ACME": "acme"})
    channels = Counter(one.typed("submissions", "channel"))
    assert channels == {("agency",): 2, ("unassigned",): 2}
    assert one.notes("source_unassigned") == ["Acme Recruiting"] * 2 + ["Employee referral"]


def test_comma_separated_american_files_read_the_same(staged: Stage) -> None:
    one = staged(
        {
            "searches.csv": "Job,Opened,Status\nNurse,11/13/2025,Open\n",
            "candidates.csv": "Position,Name,Agency,Submitted\nNurse,Ann,Acme,12/01/2025\n"
            "Nurse,Bo,Acme,12/25/2025\n",
        },
        agencies={"Acme": "Acme"},
    )
    assert one.typed("searches", "search_id, title, opened_on") == [
        ("Nurse", "Nurse", date(2025, 11, 13))
    ]
    received = [date(2025, 12, 1), date(2025, 12, 25)]
    assert one.typed("submissions", "received_on") == [(day,) for day in received]


def test_a_line_that_repeats_another_is_counted_once(staged: Stage) -> None:
    line = "Nurse,Ann,ann@example.org,Acme,2025-12-01\n"
    one = staged(
        {
            "searches.csv": "Job,Opened,Status\nNurse,2025-11-13,Open\n",
            "candidates.csv": f"Position,Name,Email,Agency,Submitted\n{line}{line}",
        },
        agencies={"Acme": "Acme"},
    )
    assert len(one.typed("submissions", "submission_id")) == 1
    aside = one.con.execute("select _line, rule from quarantine.row").fetchall()
    assert aside == [(3, "repeated_row")]


def test_hires_alone_are_no_offers(staged: Stage) -> None:
    one = staged(
        {
            "searches.csv": "Job,Opened,Status\nNurse,2025-11-13,Filled\n",
            "candidates.csv": "Position,Name,Agency,Submitted,Hired on\n"
            "Nurse,Ann,Acme,2025-12-01,2025-12-20\nNurse,Bo,Acme,2025-12-02,\n",
        },
        agencies={"Acme": "Acme"},
    )
    present = "select is_present from typed.present where table_name = 'offers'"
    assert one.con.execute(present).fetchall() == [(False,)]
    assert ("hired",) in one.typed("stage_events", "stage")


def test_german_headers_and_words(staged: Stage) -> None:
    one = staged(
        {
            "searches.csv": "Stellen-ID;Stellentitel;Abteilung;Eröffnet am;Geschlossen am;Status\n"
            "7;Pflege;Klinik;13.11.2025;20.12.2025;Besetzt\n8;IT;Haus;14.11.2025;;Offen\n",
            "candidates.csv": "Stellen-ID;Bewerber;Quelle;Eingegangen am;Phase;Eingestellt am\n"
            "7;Ann;Acme;01.12.2025;Eingestellt;20.12.2025\n8;Bo;Acme;25.12.2025;Abgelehnt;\n",
        },
        agencies={"Acme": "Acme"},
    )
    assert one.typed("searches", "search_id, status") == [("7", "filled"), ("8", "open")]
    assert one.typed("submissions", "decision") == [("advanced",), ("rejected",)]


def test_more_german_headers_and_what_no_column_takes_is_named(staged: Stage) -> None:
    one = staged(
        {
            "searches.csv": "Stellen-ID;Stellentitel;Status;Eröffnet am;Anzahl Positionen\n"
            "7;Pflege;Offen;13.11.2025;2\n",
            "candidates.csv": "Bewerbungs-ID;Kandidat-ID;Stellen-ID;Quelle;Eingang am;"
            "Gehaltswunsch;Haustier;Leer\n1;K1;7;Acme;15.11.2025;64.250,50;Katze;\n",
        },
        agencies={"Acme": "Acme"},
    )
    assert one.typed("searches", "openings") == [(2,)]
    submission = ("1", "K1", date(2025, 11, 15))
    assert one.typed("submissions", "submission_id, candidate_id, received_on") == [submission]
    ignored = "select _file, column_name from quarantine.note where rule = 'column_ignored'"
    assert one.rows(ignored) == [("candidates.csv", "haustier")]


def test_an_answer_about_none_of_the_sources_is_none(staged: Stage) -> None:
    with pytest.raises(NeedsAnswer):
        staged(
            {
                "searches.csv": "Job,Opened,Status\nNurse,2025-11-13,Open\n",
                "candidates.csv": "Position,Name,Agency,Submitted\nNurse,Ann,Acme,2025-12-01\n",
            },
            agencies={"Acne": "Acne"},
        )


def test_one_candidate_id_in_several_rows_is_one_record(staged: Stage) -> None:
    one = staged(
        {
            "searches.csv": "Job ID,Title,Opened,Status\n"
            "1,A,2025-01-01,Open\n2,B,2025-01-01,Open\n",
            "candidates.csv": "Candidate ID,Job ID,Name,Email,Source,Applied\n"
            "007,1,Ann,,Web,2025-02-01\n007,2,Ann Lee,ann@x.org,Web,2025-02-02\n",
        },
        agencies={"Web": None},
    )
    assert one.typed("candidates", "candidate_id, full_name, email") == [
        ("007", "Ann", "ann@x.org")
    ]
    assert one.typed("submissions", "candidate_id, channel") == [("007", "direct")] * 2


def test_what_two_files_cannot_show_did_not_come_in(staged: Stage) -> None:
    one = staged(
        {
            "searches.csv": "Job,Opened,Status\nA,2025-01-01,Open\n",
            "candidates.csv": "Job,Name,Source,Applied,Offer date\nA,Ann,Web,2025-02-01,\n",
        },
        agencies={"Web": None},
    )
    came_in = one.rows("select table_name from typed.present where is_present order by 1")
    there = ["agencies", "candidates", "offers", "searches", "stage_events", "submissions"]
    assert [name for (name,) in came_in] == there


def test_a_title_that_two_searches_have_names_neither(staged: Stage) -> None:
    one = staged(
        {
            "searches.csv": "Job ID,Title,Opened,Status\n"
            "1,A,2025-01-01,Open\n2,A,2025-01-02,Open\n",
            "candidates.csv": "Job,Name,Source,Applied\n"
            "A,Ann,Web,2025-02-01\n1,Bo,Web,2025-02-01\n",
        },
        agencies={"Web": None},
    )
    assert one.set_aside() == {("submissions", "job_named_twice"): 1}
    assert one.typed("submissions", "search_id") == [("1",)]


def test_yes_and_no_in_a_stage_column_are_no_days(staged: Stage) -> None:
    one = staged(
        {
            "searches.csv": "Job,Opened,Status\nA,2025-01-01,Open\n",
            "candidates.csv": "Job,Name,Source,Applied,Hired,Rejected\n"
            "A,Ann,Web,2025-02-01,No,Yes \nA,Bo,Web,2025-02-01,yes,no\n",
        },
        agencies={"Web": None},
    )
    assert one.typed("submissions", "decision, decided_at") == [
        ("rejected", None),
        (None, None),
    ]
    assert one.typed("offers", "offer_id") == []
    assert len(one.notes("stage_without_date")) == 1


def test_an_unknown_status_sets_the_search_aside(staged: Stage) -> None:
    files = TWO_FILES | {"searches.csv": SEARCHES.replace(";Open;", ";Backlog;")}
    one = staged(files, agencies=AGENCIES)
    assert one.set_aside()["searches", "unknown_word"] == 1
    assert one.rows("select value from quarantine.row where rule = 'unknown_word'") == [
        ("Backlog",)
    ]


def test_a_needed_header_that_is_missing_is_named_with_those_that_are_there(staged: Stage) -> None:
    files = TWO_FILES | {"candidates.csv": CANDIDATES.replace("Received", "Moment")}
    with pytest.raises(NeedsAnswer, match="candidates has no column for received_on") as asked:
        staged(files, agencies=AGENCIES)
    assert (asked.value.question, asked.value.about) == ("column", "candidates.received_on")
    assert asked.value.choices["moment"].startswith("'")
    assert "source" not in asked.value.choices  # it has its place already
    named = {("candidates", "Moment"): "received_on"}
    one = staged(files, agencies=AGENCIES, columns=named)
    assert len(one.typed("submissions", "received_on")) == 4


def test_two_headers_for_one_column_are_asked_about(staged: Stage) -> None:
    files = TWO_FILES | {"candidates.csv": CANDIDATES.replace("Start date", "Applied on")}
    with pytest.raises(NeedsAnswer, match=r"'received' and 'applied_on' could each be") as asked:
        staged(files, agencies=AGENCIES)
    assert list(asked.value.choices) == ["received", "applied_on"]
    one = staged(files, agencies=AGENCIES, columns={("candidates", "Received"): "received_on"})
    assert len(one.typed("submissions", "received_on")) == 4


def test_days_as_excel_cells_and_as_text_in_one_column(staged: Stage) -> None:
    files = TWO_FILES | {"searches.csv": SEARCHES.replace("03.11.2025", "2025-11-03 00:00:00")}
    one = staged(files, agencies=AGENCIES)
    assert ("R-01", date(2025, 11, 3)) in one.typed("searches", "search_id, opened_on")


def test_the_sheets_of_one_workbook_are_accounted_for_apart(staged: Stage, tmp_path: Path) -> None:
    book = Workbook()
    for name, text in CANONICAL.items():
        sheet = book.create_sheet(name.removesuffix(".csv"))
        for line in text.splitlines():
            sheet.append(line.split(","))
    book["submissions"].append(["A2", "S9", "C1", "direct", "2025-01-02"])
    book.remove(book.worksheets[0])
    (tmp_path / "book").mkdir()
    book.save(tmp_path / "book" / "export.xlsx")
    one = staged(tmp_path / "book")
    assert one.set_aside() == {("submissions", "parent_missing"): 1}
    assert one.typed("submissions", "_file, _line") == [("export.xlsx [submissions]", 2)]


# ---- which system it is

CANONICAL = {
    "searches.csv": "search_id,title,opened_on,status\nS1,A,2025-01-01,open\n",
    "submissions.csv": "submission_id,search_id,candidate_id,channel,received_at\n"
    "A1,S1,C1,direct,2025-01-02\n",
}
GREENHOUSE = {
    "job.csv": "id,name,status,created_at,closed_at,is_template\n"
    "J1,Nurse,open,2025-01-01 09:00:00,,false\n"
    "J2,Any job,open,2025-01-01 09:00:00,,true\n"
    "J3,Cook,closed,2025-06-01 09:00:00,2025-03-01 09:00:00,false\n"
    "J4,Clerk,closed,2025-01-01 09:00:00,,false\n",
    "application.csv": "id,candidate_id,applied_at,rejected_at,source_id,status,prospect\n"
    "A1,C1,2025-02-01 10:00:00,,SO1,hired,false\n"
    "A2,C2,2025-02-02 10:00:00,2025-02-05 10:00:00,SO2,rejected,false\n"
    "A3,C3,2025-02-03 10:00:00,,SO9,active,true\n"
    "A4,C3,2025-02-03 10:00:00,,,active,true\n"
    "A5,C3,2025-02-03 10:00:00,,,active,false\n",
    "job_application.csv": "application_id,job_id\nA1,J1\nA2,J1\nA3,J1\nA3,J4\n",
    "source.csv": "id,name,source_type_name\nSO1,Acme,Agencies\nSO2,Jobs page,Company marketing\n",
    "job_opening.csv": "id,job_id,application_id,opened_at,closed_at,opening_id,status\n"
    "O1,J1,A1,2025-01-01 09:00:00,2025-03-01 09:00:00,77,closed\n"
    "O2,J1,,2025-01-01 09:00:00,,77,open\n",
    "application_history.csv": "application_id,updated_at,new_stage_id,new_status\n"
    "A1,2025-02-10 10:00:00,ST1,\nA1,2025-02-27 10:00:00,,hired\nA1,2025-02-20 10:00:00,ST2,\n",
    "job_stage.csv": "id,name\nST1,Phone Screen\nST2,Sandwich\n",
    "tag.csv": "id,name\nT1,Urgent\n",
}


@pytest.mark.parametrize(
    ("files", "system"),
    [(CANONICAL, "canonical"), (GREENHOUSE, "greenhouse"), (TWO_FILES, "two_files")],
)
def test_a_system_is_recognised_by_its_tables(
    staged: Stage, files: dict[str, str], system: str
) -> None:
    assert staged(files, agencies=AGENCIES).report.system == system


def test_files_that_fit_two_systems_need_a_name(staged: Stage) -> None:
    files = CANONICAL | GREENHOUSE
    with pytest.raises(UnknownMapping, match="--mapping canonical or --mapping greenhouse"):
        staged(files)
    assert staged(files, "greenhouse").report.system == "greenhouse"


def test_files_of_no_known_system_are_refused_with_what_was_seen(staged: Stage) -> None:
    with pytest.raises(UnknownMapping, match="known here: invoices"):
        staged({"invoices.csv": "id,total\n1,2\n"})


def test_a_mapping_that_is_neither_a_system_nor_a_folder_is_refused(staged: Stage) -> None:
    with pytest.raises(UnknownMapping, match="canonical, greenhouse, lever, two_files"):
        staged(CANONICAL, "workday")


def test_a_system_without_its_main_table_is_refused(staged: Stage) -> None:
    with pytest.raises(UnknownMapping, match="lever needs the table opportunity"):
        staged(GREENHOUSE, "lever")
    with pytest.raises(WrongColumns, match="application has no column 'applied_at'"):
        staged(
            {"application.csv": "id,candidate_id\n1,2\n", "job.csv": "id,name,status\n"},
            "greenhouse",
        )


def test_a_canonical_header_can_be_named(staged: Stage) -> None:
    files = CANONICAL | {"searches.csv": "search_id,title,Begun,status\nS1,A,2025-01-01,open\n"}
    one = staged(files, columns={("searches", "Begun"): "opened_on"})
    assert one.typed("searches", "opened_on") == [(date(2025, 1, 1),)]
    with pytest.raises(WrongColumns, match="searches has no column 'Start'"):
        staged(files, columns={("searches", "Start"): "opened_on"})


def test_a_folder_of_ones_own_selects(staged: Stage, tmp_path: Path) -> None:
    folder = tmp_path / "our_system"
    folder.mkdir()
    (folder / "searches.sql").write_text(
        "-- reads: raw.vacancies(no, label, since, floor)\n-- carries: raw.vacancies\n"
        "select no as search_id, label as title, since as opened_on, 'open' as status, "
        "floor as location, _file, _line from raw.vacancies where label is not null\n"
    )
    files = {
        "vacancies.csv": "no,label,since\n1,A,2025-01-01\n2,,2025-01-01\n",
        "x.csv": "a,b\n1,2\n",
    }
    one = staged(files, str(folder))
    assert one.typed("searches", "search_id, location") == [("1", None)]
    assert one.set_aside() == {("vacancies", "not_used"): 1}
    assert one.report.roles == {"vacancies": "carried", "x": "not needed"}


def test_a_file_in_a_folder_of_selects_must_name_a_canonical_table(
    staged: Stage, tmp_path: Path
) -> None:
    (tmp_path / "vacancies.sql").write_text("-- reads: raw.vacancies\nselect 1\n")
    with pytest.raises(UnknownMapping, match="holds vacancies.sql"):
        staged(CANONICAL, str(tmp_path))


# ---- Greenhouse


def test_greenhouse_warehouse_rows(staged: Stage) -> None:
    one = staged(GREENHOUSE)
    assert one.typed("searches", "search_id, status, opened_on, closed_on") == [
        ("J1", "open", date(2025, 1, 1), None),
        ("J3", "cancelled", date(2025, 6, 1), date(2025, 3, 1)),
        ("J4", "cancelled", date(2025, 1, 1), None),
    ]
    assert one.typed("agencies", "agency_id, name") == [("SO1", "Acme")]
    columns = "submission_id, search_id, channel, agency_id, decision, decided_on"
    assert one.typed("submissions", columns) == [
        ("A1", "J1", "agency", "SO1", "advanced", date(2025, 2, 10)),
        ("A2", "J1", "direct", None, "rejected", date(2025, 2, 5)),
        ("A3:J1", "J1", "unassigned", None, None, None),
        ("A3:J4", "J4", "unassigned", None, None, None),
    ]
    assert one.typed("openings", "opening_id, outcome, filled_by_submission_id") == [
        ("O1", "filled", "A1"),
        ("O2", "open", None),
    ]
    assert one.typed("stage_events", "stage, entered_on") == [
        ("hired", date(2025, 2, 27)),
        ("screen", date(2025, 2, 10)),
    ]
    assert one.typed("offers", "outcome, extended_on, answered_on") == [
        ("accepted", date(2025, 2, 27), date(2025, 2, 27))
    ]
    assert one.set_aside() == {
        ("searches", "template"): 1,
        ("submissions", "prospect_without_job"): 1,
        ("submissions", "no_job"): 1,
        ("stage_events", "unknown_stage"): 1,
    }
    assert one.report.roles["tag"] == "not needed"
    assert one.report.roles["job_stage"] == "lookup"


def test_a_person_can_say_that_a_source_is_the_same_agency(staged: Stage) -> None:
    one = staged(GREENHOUSE, agencies={"Acme": "acme-group", "Jobs page": "board"})
    assert one.typed("agencies", "agency_id") == [("acme-group",), ("board",)]


def test_our_own_meetings_beside_a_greenhouse_export(staged: Stage) -> None:
    meetings = "meeting_id,agency_id,kind,starts_at,status\nM1,SO1,check_in,2025-02-01,held\n"
    agencies = "agency_id,name,fee_rate\nSO1,Acme Recruiting Ltd,20%\n"
    one = staged(GREENHOUSE | {"meetings.csv": meetings, "agencies.csv": agencies})
    assert one.typed("meetings", "agency_id, kind") == [("SO1", "check_in")]
    assert one.typed("agencies", "agency_id, name") == [("SO1", "Acme Recruiting Ltd")]


def test_typed_meetings_beside_a_greenhouse_export(tmp_path: Path) -> None:
    meetings = "meeting_id,agency_id,kind,starts_at,status\n"
    exported = meetings + "M1,SO1,check_in,2025-02-01,held\nM2,SO1,other,2025-02-02,held\n"
    typed = meetings + "M1,SO1,kickoff,2025-02-01,held\nM3,SO1,other,2025-02-03,held\n"
    files = GREENHOUSE | {"meetings.csv": exported}
    for folder, texts in (("export", files), ("records", {"meetings.csv": typed})):
        (tmp_path / folder).mkdir()
        for name, text in texts.items():
            (tmp_path / folder / name).write_text(text, encoding="utf-8")
    with closing(duckdb.connect()) as con:
        loaded = load(con, [tmp_path / "export"], Answers())
        typed_rows = Typed.read(tmp_path / "records")
        stage(con, loaded, "auto", answers=Answers(), settings=Settings(), typed=typed_rows)
        kinds = con.execute("select meeting_id, kind, _file from typed.meetings order by 1")
        assert kinds.fetchall() == [
            ("M1", "kickoff", "records/meetings.csv"),
            ("M2", "other", "meetings.csv"),
            ("M3", "other", "records/meetings.csv"),
        ]
        overruled = con.execute("select _file, _line from entered.overruled").fetchall()
        assert overruled == [("meetings.csv", 2)]
        set_aside = "select _file, rule from quarantine.row where table_name = 'meetings'"
        assert con.execute(set_aside).fetchall() == []


def test_nested_greenhouse_records(staged: Stage) -> None:
    job = {
        "id": 10,
        "name": "Nurse",
        "status": "closed",
        "is_template": False,
        "opened_at": "2025-01-01T09:00:00Z",
        "closed_at": "2025-03-01T09:00:00Z",
        "departments": [{"id": 1, "name": "Care"}],
        "hiring_team": {"recruiters": [{"name": "Hanna"}], "hiring_managers": []},
        "openings": [
            {"id": 1, "opening_id": "3-1", "status": "closed", "opened_at": "2025-01-01T09:00:00Z",
             "closed_at": "2025-03-01T09:00:00Z", "application_id": 5, "close_reason": None},
            {"id": 2, "opening_id": "3-1", "status": "closed", "opened_at": "2025-01-01T09:00:00Z",
             "closed_at": "2025-03-01T09:00:00Z", "application_id": None,
             "close_reason": {"id": 1, "name": "Not filling"}},
        ],
    }  # fmt: skip
    application = {
        "id": 5,
        "candidate_id": 7,
        "applied_at": "2025-01-05T09:00:00Z",
        "status": "hired",
        "prospect": False,
        "source": {"id": 3, "public_name": "Acme"},
        "jobs": [{"id": 10, "name": "Nurse"}],
    }
    offers = [
        {"id": 1, "application_id": 5, "status": "accepted", "sent_at": "2025-02-20",
         "resolved_at": "2025-02-25T10:00:00Z", "starts_at": "2025-04-01",
         "keyed_custom_fields": {"salary": {"type": "currency",
                                            "value": {"value": 42000, "currency": "EUR"}}}},
        {"id": 2, "application_id": 5, "status": "unresolved", "sent_at": None},
    ]  # fmt: skip
    files = {
        "jobs": [job],
        "applications": [application, application | {"id": 6, "prospect": True, "jobs": []}],
        "sources": [{"id": 3, "name": "Acme", "type": {"id": 1, "name": "Agencies"}}],
        "offers": offers,
    }
    one = staged({f"{name}.json": json.dumps(records) for name, records in files.items()})
    assert one.typed("searches", "search_id, status, department, hr_partner") == [
        ("10", "filled", "Care", "Hanna")
    ]
    assert one.typed("openings", "opening_id, outcome") == [("1", "filled"), ("2", "cancelled")]
    assert one.typed("submissions", "submission_id, agency_id") == [("5", "3")]
    columns = "outcome, extended_on, answered_on, offered_salary::int, currency, starts_on"
    assert one.typed("offers", columns) == [
        ("accepted", date(2025, 2, 20), date(2025, 2, 25), 42000, "EUR", date(2025, 4, 1))
    ]
    assert one.set_aside() == {
        ("submissions", "prospect_without_job"): 1,
        ("offers", "not_sent"): 1,
    }


# ---- Lever


def test_lever_records_of_the_api(staged: Stage) -> None:
    day = 86_400_000
    start = 1_735_725_600_000  # 2025-01-01T10:00:00Z
    opportunity = {
        "id": "o1",
        "name": "Ann",
        "contact": "c1",
        "origin": "agency",
        "sources": ["Acme"],
        "createdAt": start,
        "archived": None,
        "stageChanges": [
            {"toStageId": "applicant-new", "toStageIndex": 3, "updatedAt": start},
            {"toStageId": "s4", "toStageIndex": 4, "updatedAt": start + day},
        ],
    }
    again = opportunity | {"id": "o2", "origin": "referred", "createdAt": start + 1, "sources": []}
    again |= {"archived": {"reason": "r1", "archivedAt": start + 2 * day}, "stageChanges": []}
    fields = [
        {"identifier": "job_posting", "value": "a1"},
        {"identifier": "salary_amount", "value": 5000},
        {"identifier": "salary_interval", "value": "per-month-salary"},
        {"identifier": "compensation_currency", "value": "USD"},
    ]
    files = {
        "opportunities": [opportunity, again],
        "applications": [
            {"id": "a1", "opportunityId": "o1", "posting": "p1", "createdAt": start},
            {"id": "a2", "opportunityId": "o2", "posting": "p2", "createdAt": start},
            {"id": "a9", "opportunityId": "o9", "posting": "p1", "createdAt": start},
        ],
        "postings": [
            {"id": "p1", "text": "Nurse", "state": "published", "createdAt": start - day},
            {"id": "p2", "text": "Cook", "state": "closed", "createdAt": start - day},
            {"id": "p3", "text": "Idea", "state": "draft", "createdAt": start - day},
        ],
        "requisitions": [
            {"id": "q1", "name": "Nurses", "status": "open", "createdAt": "2024-12-01T10:00:00Z",
             "headcountTotal": 2, "postings": ["p1"], "compensationBand": {"min": 9, "max": 8}}
        ],
        "stages": [{"id": "s4", "text": "Phone screen"}],
        "archive_reasons": [{"id": "r1", "text": "Withdrew"}],
        "offers": [{"id": "f1", "status": "sent", "createdAt": start + 3 * day, "fields": fields}],
    }  # fmt: skip
    one = staged({f"{name}.json": json.dumps(records) for name, records in files.items()})
    assert one.report.system == "lever"
    assert one.typed("searches", "search_id, title, status, opened_on, openings") == [
        ("p2", "Cook", "cancelled", date(2024, 12, 31), None),
        ("q1", "Nurses", "open", date(2024, 12, 1), 2),
    ]
    columns = "submission_id, search_id, candidate_id, channel, agency_id, decision, withdrawn_on"
    assert one.typed("submissions", columns) == [
        ("o1", "q1", "c1", "agency", "Acme", "advanced", None),
        ("o2", "p2", "c1", "referral", None, None, date(2025, 1, 3)),
    ]
    assert one.typed("candidates", "candidate_id") == [("c1",)]
    assert one.typed("stage_events", "submission_id, stage") == [
        ("o1", "received"),
        ("o1", "screen"),
        ("o2", "ended"),
    ]
    assert one.typed("offers", "submission_id, outcome, offered_salary::int, currency") == [
        ("o1", "pending", 60000, "USD")
    ]
    assert one.set_aside() == {("searches", "draft"): 1, ("submissions", "parent_missing"): 1}
    assert one.notes("pay_band_reversed") == ["9 > 8"]


# ---- real exports

ROWS_BACKWARD = """
    with steps as (
        select submission_id, entered_at,
            list_position(
                ['received', 'screen', 'shortlist', 'interview', 'offer', 'hired'], stage
            ) as step
        from typed.stage_events
    )
    select count(*) from (
        select step < lag(step) over (partition by submission_id order by entered_at) as is_backward
        from steps
    ) where is_backward
"""


@needs_external
def test_lever_sandbox(staged: Stage) -> None:
    one = staged(external("airbyte_lever"))
    assert one.report.system == "lever"
    assert len(one.typed("submissions", "submission_id")) == 5
    assert len({row for row in one.typed("submissions", "candidate_id")}) == 3
    assert len(one.typed("stage_events", "stage")) == 17
    assert one.rows(ROWS_BACKWARD) == [(3,)]
    assert one.rows("select count(*) from typed.submissions where channel = 'unassigned'") == [(1,)]


@needs_external
def test_greenhouse_warehouse_sandbox(staged: Stage) -> None:
    one = staged(external("greenhouse_fivetran"))
    columns = "closed_on - opened_on, outcome, filled_by_submission_id"
    assert one.typed("openings", columns) == [(69, "cancelled", None), (94, "filled", None)]
    assert one.notes("closed_without_hire") == ["4360416003"]
    assert one.notes("known_from_openings") == ["4151432003", "4198900003"]
    negative = "select count(*) from typed.searches where closed_on < opened_on"
    assert one.rows(negative) == [(2,)]


@needs_external
def test_greenhouse_records_of_the_api(staged: Stage) -> None:
    one = staged(external("airbyte_greenhouse"))
    assert one.set_aside()["searches", "template"] == 1
    assert one.set_aside()["submissions", "prospect_without_job"] == 2
    # Five openings of one job share two business codes; the key is another.
    assert len(one.typed("openings", "opening_id")) == 6


@needs_external
@pytest.mark.parametrize(
    "folder",
    [
        "airbyte_greenhouse",
        "airbyte_lever",
        "greenhouse_fivetran",
        "greenhouse_harvest_docs",
        "lever_fivetran",
    ],
)
def test_every_row_of_every_real_file_is_accounted_for(staged: Stage, folder: str) -> None:
    one = staged(external(folder))
    ended = Counter(
        one.rows(
            "select distinct _file, _line from ("
            + " union all ".join(
                f"select _file, _line from typed.{table}"
                for (table,) in one.rows("select table_name from typed.present")
            )
            + " union all select _file, _line from quarantine.row) where _file is not null"
        )
    )
    assert set(ended.values()) == {1}
    ended_in = Counter(file for file, _ in ended)
    needed = {
        file.file for file in one.loaded.files if one.report.roles.get(file.table) == "carried"
    }
    records = Counter()  # type: Counter[str]
    for file in one.loaded.files:
        records[file.file] += file.records
        assert file.records == file.loaded + file.rejected
    # A file of JSON streams holds lookups beside carried tables.
    for file in needed if "airbyte" not in folder else ():
        assert ended_in[file] == records[file]
    assert len(needed) >= 1
