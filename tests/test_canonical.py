"""Text → typed tables: what is read, asked and set aside, and that no row gets lost."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import duckdb
import pytest
from hypothesis import given as examples
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from partnership.answers import Answers
from partnership.canonical import canonical_tables, prepare, type_tables
from partnership.errors import BuildRefused, NeedsAnswer, WrongColumns
from partnership.settings import Settings

Row = Mapping[str, str | None]
Found = list[tuple[object, ...]]

SEARCH = {"search_id": "S1", "title": "Nurse", "opened_on": "2026-01-05", "status": "open"}
SUBMISSION = {
    "submission_id": "A1",
    "search_id": "S1",
    "candidate_id": "C1",
    "channel": "direct",
    "received_at": "2026-01-06T09:00:00Z",
}


def mapped(con: duckdb.DuckDBPyConnection, tables: Mapping[str, Sequence[Row]]) -> None:
    """Create mapped.<table> of these rows, each in the file it names or in <table>.csv."""
    con.execute("create schema if not exists mapped")
    for name, rows in tables.items():
        columns = list(dict.fromkeys(column for row in rows for column in row if column != "_file"))
        declared = ", ".join(f'"{column}" varchar' for column in columns)
        con.execute(f"create table mapped.{name} (_file varchar, _line bigint, {declared})")
        values = [
            [row.get("_file") or f"{name}.csv", line, *(row.get(column) for column in columns)]
            for line, row in enumerate(rows, 2)
        ]
        con.executemany(
            f"insert into mapped.{name} values ({', '.join('?' * (len(columns) + 2))})", values
        )


class Typed:
    """The typed tables of some text."""

    def __init__(
        self,
        answers: Answers | None = None,
        settings: Settings | None = None,
        as_of: date | datetime | None = None,
        **tables: Sequence[Row],
    ) -> None:
        self.con = duckdb.connect()
        try:
            mapped(self.con, tables)
            type_tables(
                self.con,
                answers=answers or Answers(),
                settings=settings or Settings(),
                as_of=as_of or (None if "export" in tables else date(2026, 12, 31)),
            )
        except BaseException:
            self.con.close()
            raise

    def rows(self, sql: str) -> Found:
        return self.con.execute(sql).fetchall()

    def column(self, table: str, column: str) -> list[object]:
        return [row[0] for row in self.rows(f"select {column} from typed.{table} order by _line")]

    def set_aside(self, table: str) -> Found:
        """Line, column and rule of each row of a table that was set aside."""
        return self.rows(
            "select _line, column_name, rule from quarantine.row "
            f"where table_name = '{table}' order by _line"
        )

    def notes(self, rule: str) -> Found:
        return self.rows(
            "select _line, column_name, value from quarantine.note "
            f"where rule = '{rule}' order by all"
        )


def typed(**kwargs: object) -> "closing[_Closed]":
    return closing(_Closed(**kwargs))  # type: ignore[arg-type]


class _Closed(Typed):
    def close(self) -> None:
        self.con.close()


@pytest.fixture
def macros() -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(duckdb.connect()) as con:
        prepare(con)
        yield con


def searches(days: Sequence[str | None], file: str = "searches.csv") -> list[Row]:
    return [
        SEARCH | {"search_id": f"{file}{n}", "opened_on": day, "_file": file}
        for n, day in enumerate(days)
    ]


# ---- dates


def test_days_of_four_countries_are_read_without_a_misreading() -> None:
    days = [date(2025, 1, 1) + timedelta(days=n) for n in range(0, 365, 2)]
    spelled = {
        "iso.csv": "%Y-%m-%d",
        "british.csv": "%d/%m/%Y",
        "american.csv": "%m/%d/%Y",
        "german.csv": "%d.%m.%Y",
        "written.csv": "%d %b %Y",
    }
    rows = [
        row
        for file, form in spelled.items()
        for row in searches([f"{d:{form}}" for d in days], file)
    ]
    with typed(searches=rows) as one:
        assert one.set_aside("searches") == []
        for file in spelled:
            read = one.rows(
                f"select opened_on from typed.searches where _file = '{file}' order by 1"
            )
            assert [day for (day,) in read] == days
    assert len(rows) > 600


def test_a_day_that_could_be_two_days_is_asked_and_never_guessed() -> None:
    with pytest.raises(NeedsAnswer) as asked:
        typed(searches=searches(["03/04/2026", "11/12/2025"]))
    assert (asked.value.question, asked.value.about) == ("date_order", "searches.csv")
    assert set(asked.value.choices) == {"dmy", "mdy"}
    assert "03/04/2026" in str(asked.value)


@pytest.mark.parametrize(("answer", "day"), [("dmy", date(2026, 4, 3)), ("mdy", date(2026, 3, 4))])
def test_the_answer_decides(answer: str, day: date) -> None:
    answers = Answers(date_order={"searches.csv": answer})
    with typed(answers=answers, searches=searches(["03/04/2026"])) as one:
        assert one.column("searches", "opened_on") == [day]


def test_the_whole_column_decides_and_a_note_says_what_showed_it() -> None:
    with typed(searches=searches(["03/04/2026", "25/04/2026", "2026-05-01"])) as one:
        days = [date(2026, 4, 3), date(2026, 4, 25), date(2026, 5, 1)]
        assert one.column("searches", "opened_on") == days
        (reason,) = one.rows("select reason from quarantine.note where rule = 'date_order'")
        assert reason == ("read day first, as '25/04/2026' shows",)


def test_each_file_decides_for_itself() -> None:
    rows = searches(["03/04/2026", "25/04/2026"], "a.csv")
    rows += searches(["03/04/2026", "04/25/2026"], "b.csv")
    with typed(searches=rows) as one:
        assert one.column("searches", "opened_on")[0::2] == [date(2026, 4, 3), date(2026, 3, 4)]


def test_a_column_that_shows_nothing_is_read_like_the_rest_of_its_file() -> None:
    rows = [dict(row) | {"closed_on": "01/02/2026"} for row in searches(["25/01/2026"])]
    with typed(searches=rows) as one:
        assert one.column("searches", "closed_on") == [date(2026, 2, 1)]


def test_the_same_day_in_either_order_is_no_question() -> None:
    with typed(searches=searches(["03/03/2026"])) as one:
        assert one.column("searches", "opened_on") == [date(2026, 3, 3)]


def test_both_orders_in_one_column_are_asked_then_the_odd_rows_are_set_aside() -> None:
    rows = searches(["25/04/2026", "04/25/2026", "03/04/2026"])
    with pytest.raises(NeedsAnswer, match=r"both '25/04/2026' and '04/25/2026'"):
        typed(searches=rows)
    with typed(answers=Answers(date_order={"*": "dmy"}), searches=rows) as one:
        assert one.set_aside("searches") == [(3, "opened_on", "not_a_day")]
        assert one.column("searches", "opened_on")[1] == date(2026, 4, 3)


def test_one_slip_among_many_days_is_set_aside_and_asks_nothing() -> None:
    rows = searches([f"{day}/04/2026" for day in range(1, 31)] * 2 + ["04/25/2026"])
    with typed(searches=rows) as one:
        assert one.set_aside("searches") == [(62, "opened_on", "not_a_day")]


NO_DAYS = [
    "25/04/26",
    "2026-02-30",
    "31/04/2026",
    "infinity",
    "0025-04-03",
    "20260403",
    "2026-4-3",
    "46000",
    "April 2026",
    "3 Foo 2026",
    "today",
    "<<<<<<< HEAD",
]


def test_what_is_no_day_sets_its_row_aside_with_the_text() -> None:
    with typed(searches=searches(["2026-01-05", *NO_DAYS])) as one:
        found = one.rows('select column_name, rule, value from quarantine."row" order by _line')
        assert found == [("opened_on", "not_a_day", text) for text in NO_DAYS]


def test_fillers_are_read_as_empty_and_noted() -> None:
    fillers = ["1000-01-01", "0001-01-01T00:00:00Z", "9999-12-31", "0", "-1"]
    rows = [SEARCH | {"search_id": f"S{f}", "closed_on": f} for f in fillers]
    with typed(searches=rows) as one:
        assert one.column("searches", "closed_on") == [None] * 5
        assert one.notes("filler") == [(n, "closed_on", f) for n, f in enumerate(fillers, 2)]


def test_a_filler_where_a_day_must_be_sets_the_row_aside() -> None:
    with typed(searches=searches(["1900-01-01"])) as one:
        assert one.set_aside("searches") == [(2, "opened_on", "missing")]


# ---- instants and zones


INSTANTS = [
    ("2026-07-01T10:00:00Z", datetime(2026, 7, 1, 10, tzinfo=UTC), date(2026, 7, 1)),
    ("2026-07-01T23:30:00+00:00", datetime(2026, 7, 1, 23, 30, tzinfo=UTC), date(2026, 7, 2)),
    ("2026-07-01 10:00", datetime(2026, 7, 1, 8, tzinfo=UTC), date(2026, 7, 1)),
    ("2026-01-01 10:00:00.5", datetime(2026, 1, 1, 9, 0, 0, 500000, tzinfo=UTC), date(2026, 1, 1)),
    ("2026-07-01T10:00:00+0530", datetime(2026, 7, 1, 4, 30, tzinfo=UTC), date(2026, 7, 1)),
    ("2026-07-01", datetime(2026, 6, 30, 22, tzinfo=UTC), date(2026, 7, 1)),
    ("13/07/2026 2:05 pm", datetime(2026, 7, 13, 12, 5, tzinfo=UTC), date(2026, 7, 13)),
]


def test_instants_have_their_local_day_in_the_zone_of_the_search() -> None:
    rows = [
        SUBMISSION | {"submission_id": f"A{n}", "received_at": text}
        for n, (text, _, _) in enumerate(INSTANTS)
    ]
    with typed(searches=[SEARCH | {"time_zone": "europe/berlin"}], submissions=rows) as one:
        read = one.rows(
            "select epoch_us(received_at), received_on from typed.submissions order by _line"
        )
        expected = [(round(at.timestamp() * 1e6), day) for _, at, day in INSTANTS]
        assert read == expected


def test_without_a_search_of_its_own_zone_the_default_zone_holds() -> None:
    settings = Settings(default_time_zone="Asia/Tokyo")
    rows = [SUBMISSION | {"received_at": "2026-07-01 01:00"}]
    with typed(settings=settings, searches=[SEARCH], submissions=rows) as one:
        (read,) = one.rows(
            "select timezone('UTC', received_at), received_on from typed.submissions"
        )
        assert read == (datetime(2026, 6, 30, 16), date(2026, 7, 1))


def test_an_unknown_zone_sets_the_search_aside_and_its_submissions_follow() -> None:
    zones = ["Mars/Olympus", "BST", "+02:00"]
    rows = [SEARCH | {"search_id": f"S{n}", "time_zone": z} for n, z in enumerate(zones, 1)]
    with typed(searches=rows, submissions=[SUBMISSION]) as one:
        assert one.set_aside("searches") == [(n, "time_zone", "unknown_zone") for n in (2, 3, 4)]
        assert one.set_aside("submissions") == [(2, "search_id", "parent_set_aside")]


def test_what_is_no_instant_sets_its_row_aside() -> None:
    texts = ["2026-07-01T25:00:00Z", "2026-07-01T10:00:00+99:00", "10:00", "2026-07-01 10:00 CEST"]
    rows = [SUBMISSION | {"submission_id": f"A{t}", "received_at": t} for t in texts]
    with typed(searches=[SEARCH], submissions=rows) as one:
        assert one.set_aside("submissions") == [
            (line, "received_at", "not_an_instant") for line in range(2, 6)
        ]


# ---- numbers, flags, words, ids


def targets(values: Sequence[str], file: str = "targets.csv") -> list[Row]:
    return [
        {"metric": f"{file}{n}", "floor": value, "target": "1", "_file": file}
        for n, value in enumerate(values)
    ]


def test_amounts_of_four_countries_are_read_to_the_cent() -> None:
    amounts = [Decimal(n * 7919 % 10_000_000) / 100 for n in range(1, 151)]
    marks = {"plain": ("", "."), "american": (",", "."), "german": (".", ","), "french": (" ", ",")}
    rows = []
    for file, (group, mark) in marks.items():
        texts = [
            f"{a:,.2f}".replace(",", "G").replace(".", mark).replace("G", group) for a in amounts
        ]
        rows += targets(texts, file)
    with typed(targets=rows) as one:
        assert one.set_aside("targets") == []
        for file in marks:
            (sums,) = one.rows(
                f"select sum(floor), count(*) from typed.targets where _file = '{file}'"
            )
            assert sums == (sum(amounts), 150)
    assert len(rows) == 600


def test_a_thousand_or_one_and_a_bit_is_asked_and_never_guessed() -> None:
    with pytest.raises(NeedsAnswer) as asked:
        typed(targets=targets(["1.234", "30"]))
    assert (asked.value.question, asked.value.about) == ("decimal", "targets.csv")
    for mark, read in [(".", Decimal("1.234")), (",", Decimal(1234))]:
        with typed(answers=Answers(decimal={"*": mark}), targets=targets(["1.234"])) as one:
            assert one.column("targets", "floor") == [read]


def test_the_column_of_each_file_shows_its_decimal_mark() -> None:
    files = {
        "a.csv": (["1.234", "2,50"], [1234, 2.5]),
        "b.csv": (["1,234", "2.50"], [1234, 2.5]),
        "c.csv": (["1,234", "1,234,567"], [1234, 1234567]),
        "d.csv": (["0.125", "7"], [0.125, 7]),
        "e.csv": (["1234.567", "1"], [1234.567, 1]),
        "f.csv": (["1'234.50", "-5"], [1234.5, -5]),
    }
    rows = [row for file, (texts, _) in files.items() for row in targets(texts, file)]
    with typed(targets=rows) as one:
        read = [float(str(value)) for value in one.column("targets", "floor")]
        assert read == [value for _, values in files.values() for value in values]


NO_NUMBERS = ["98k", "1e3", "0x1F", "1_000", "NaN", "inf", "€50", "12,34,567", "1.2.3", "(5)", "५"]


def test_what_is_no_plain_number_sets_its_row_aside() -> None:
    with typed(targets=targets(["1", *NO_NUMBERS])) as one:
        found = one.rows('select column_name, rule, value from quarantine."row" order by _line')
        assert found == [("floor", "not_a_number", text) for text in NO_NUMBERS]


def test_more_decimals_than_are_kept_are_noted() -> None:
    with typed(targets=targets(["0.33333", "0.25000"])) as one:
        assert one.column("targets", "floor") == [Decimal("0.3333"), Decimal("0.2500")]
        assert one.notes("rounded") == [(2, "floor", "0.33333")]


@pytest.mark.parametrize(
    ("call", "refused"),
    [
        ("as_count", ["1.6", "1e3", "-1", "1_000", "0x1F", "3.000", "1,5", "12345678901"]),
        ("as_rating", ["0", "6", "4.5"]),
        ("as_flag", ["1", "0", "on", "wahr", "tru"]),
        ("as_money_", ["1e3", "0x1F", "1_000", "NaN", "inf", "12345678901234567"]),
    ],
)
def test_casts_that_would_succeed_are_refused(
    macros: duckdb.DuckDBPyConnection, call: str, refused: list[str]
) -> None:
    macros.execute("create temp macro as_money_(v) as as_money(v, '.')")
    for text in refused:
        assert macros.execute(f"select {call}(?)", [text]).fetchone() == (None,)


def test_flags_and_words_are_read_however_they_are_cased_and_spaced() -> None:
    meeting = {
        "meeting_id": "M",
        "agency_id": "X",
        "kind": " Check-In ",
        "starts_at": "2026-02-01",
        "status": "No Show",
    }
    flags = ["true", "Yes ", "N", "FALSE", "1"]
    attendees = [
        {"meeting_id": "M", "party": "Business Leader", "attended": f, "email": str(n)}
        for n, f in enumerate(flags)
    ]
    with typed(meetings=[meeting], meeting_attendees=attendees) as one:
        assert one.rows("select kind, status from typed.meetings") == [("check_in", "no_show")]
        assert one.column("meeting_attendees", "attended") == [True, True, False, False]
        assert one.set_aside("meeting_attendees") == [(6, "attended", "not_true_or_false")]


def test_words_for_nothing_are_empty_except_in_free_text_and_vocabulary() -> None:
    offer = {
        "offer_id": "O",
        "submission_id": "A1",
        "extended_at": "2026-02-01",
        "outcome": "declined",
        "answered_at": "n/a",
        "offered_salary": "-",
        "decline_reason": "NA",
        "negotiation_led_by": "None",
        "terms_requested": "Pay; remote ;",
    }
    with typed(searches=[SEARCH], submissions=[SUBMISSION], offers=[offer]) as one:
        (read,) = one.rows(
            "select answered_at is null, offered_salary, decline_reason, negotiation_led_by, "
            "terms_requested from typed.offers"
        )
        assert read == (True, None, "NA", "none", ["pay", "remote"])


def test_an_unknown_word_sets_its_row_aside_and_the_reason_lists_the_known_ones() -> None:
    with typed(searches=[SEARCH | {"status": "closed"}]) as one:
        assert one.set_aside("searches") == [(2, "status", "unknown_word")]
        ((reason,),) = one.rows('select reason from quarantine."row"')
        assert reason == "status is none of open, on_hold, filled, cancelled"


def test_ids_are_text_whatever_they_look_like() -> None:
    ids = ["007", "1E5", "9007199254740993", "12345678901234567890123", " a b ", "１"]
    with typed(searches=[SEARCH | {"search_id": value} for value in ids]) as one:
        assert one.column("searches", "search_id") == [value.strip() for value in ids]


def test_currencies_stay_with_their_own_row() -> None:
    base = {"submission_id": "A1", "extended_at": "2026-02-01", "outcome": "pending"}
    offers = [
        base | {"offer_id": c, "offered_salary": "50000", "currency": c} for c in ("EUR", "USD")
    ]
    with typed(searches=[SEARCH], submissions=[SUBMISSION], offers=offers) as one:
        assert one.column("offers", "currency") == ["EUR", "USD"]


# ---- keys and parents


def test_a_key_counts_once_and_the_reason_names_the_first_line() -> None:
    rows = [SEARCH, SEARCH, SEARCH | {"title": "Cook"}]
    with typed(searches=rows) as one:
        assert one.set_aside("searches") == [
            (3, "search_id", "repeated"),
            (4, "search_id", "key_twice"),
        ]
        reasons = one.rows('select reason from quarantine."row"')
        assert all("line 2 of searches.csv" in str(reason) for (reason,) in reasons)


def test_a_key_of_two_columns_repeats_only_as_a_whole() -> None:
    briefs = [
        {"search_id": s, "agency_id": a, "briefed_at": "2026-02-01"}
        for s, a in [("S1", "X"), ("S1", "Y"), ("S1", "X")]
    ]
    with typed(searches=[SEARCH], briefs=briefs) as one:
        assert one.set_aside("briefs") == [(4, "search_id, agency_id", "repeated")]


def test_a_table_without_a_key_sets_aside_what_says_the_same_twice() -> None:
    event = {"submission_id": "A1", "stage": "screen", "entered_at": "2026-02-01"}
    events = [event, event, event | {"actor": "hr"}]
    with typed(searches=[SEARCH], submissions=[SUBMISSION], stage_events=events) as one:
        assert one.set_aside("stage_events") == [(3, None, "repeated")]


def test_orphans_are_set_aside_and_theirs_with_them() -> None:
    rows = [SUBMISSION | {"search_id": "S9"}]
    events = [{"submission_id": "A1", "stage": "screen", "entered_at": "2026-02-01"}]
    with typed(searches=[SEARCH], submissions=rows, stage_events=events) as one:
        assert one.set_aside("submissions") == [(2, "search_id", "parent_missing")]
        assert one.set_aside("stage_events") == [(2, "submission_id", "parent_set_aside")]


def test_a_parent_that_need_not_be_there_only_empties_the_field() -> None:
    opening = {
        "opening_id": "O",
        "search_id": "S1",
        "opened_on": "2026-01-05",
        "outcome": "filled",
        "filled_by_submission_id": "A9",
    }
    with typed(searches=[SEARCH], openings=[opening]) as one:
        assert one.column("openings", "filled_by_submission_id") == [None]
        assert one.notes("parent_missing") == [(2, "filled_by_submission_id", "A9")]


def test_an_agencys_submission_must_say_which_agency() -> None:
    rows = [SUBMISSION | {"channel": "agency"}, SUBMISSION | {"submission_id": "A2"}]
    with typed(searches=[SEARCH], submissions=rows) as one:
        assert one.set_aside("submissions") == [(2, "agency_id", "missing")]


def test_agencies_that_no_file_lists_are_known_by_the_rows_that_name_them() -> None:
    rows = [SUBMISSION | {"channel": "agency", "agency_id": "Acme"}]
    with typed(searches=[SEARCH], submissions=rows) as one:
        assert one.rows("select agency_id, name from typed.agencies") == [("Acme", "Acme")]
        assert one.set_aside("submissions") == []


def test_agencies_that_a_file_lists_must_hold_every_one() -> None:
    rows = [SUBMISSION | {"channel": "agency", "agency_id": "Acme"}]
    listed = [{"agency_id": "Zenith", "name": "Zenith"}]
    with typed(searches=[SEARCH], submissions=rows, agencies=listed) as one:
        assert one.set_aside("submissions") == [(2, "agency_id", "parent_missing")]


# ---- whole tables


def test_a_missing_column_is_named_with_the_closest_header() -> None:
    row = {name: value for name, value in SEARCH.items() if name != "opened_on"}
    with pytest.raises(WrongColumns, match=r"searches.csv has no column 'opened_on'.*'opened'"):
        typed(searches=[row | {"opened": "2026-01-05"}])


def test_unknown_columns_are_ignored_and_listed() -> None:
    with typed(searches=[SEARCH | {"colour": "red"}]) as one:
        assert one.notes("column_ignored") == [(None, "colour", None)]


def test_every_table_has_every_column_even_where_nothing_came_in() -> None:
    with typed(searches=[] or [SEARCH]) as one:
        for table in canonical_tables().values():
            columns = [name for name, *_ in one.rows(f"describe typed.{table.name}")]
            assert {name for name, _ in table.sql_columns} | {"_file", "_line"} <= set(columns)
        present = dict(one.rows("select table_name, is_present from typed.present"))  # type: ignore[arg-type]
        assert len(present) == 24
        assert [name for name, is_present in present.items() if is_present] == ["searches"]


def test_a_table_without_rows_came_in_all_the_same() -> None:
    with closing(duckdb.connect()) as con:
        mapped(con, {"searches": [SEARCH]})
        con.execute(
            "create view mapped.holds as select '' as search_id, '' as held_from, "
            "'holds.csv' as _file, 1 as _line where false"
        )
        type_tables(con, answers=Answers(), settings=Settings())
        row = con.execute("from typed.present where table_name = 'holds'").fetchone()
        assert row == ("holds", True, 0)


# ---- the as-of instant


def as_of(one: _Closed) -> tuple[object, ...]:
    (row,) = one.rows("select timezone('UTC', as_of_at), as_of_on, as_of_source from typed.export")
    return row


END_OF_JUNE = datetime(2026, 6, 30, 23, 59, 59, 999999)
EXPORT = {"exported_at": "2026-06-30"}


def test_the_export_says_when_it_was_made_and_a_bare_day_means_its_end() -> None:
    with typed(export=[EXPORT], searches=[SEARCH]) as one:
        assert as_of(one) == (END_OF_JUNE, date(2026, 6, 30), "export")


def test_the_flag_wins_where_it_is_earlier() -> None:
    with typed(export=[EXPORT], as_of=date(2026, 3, 31), searches=[SEARCH]) as one:
        assert as_of(one)[1:] == (date(2026, 3, 31), "flag")


def test_the_flag_may_not_be_later() -> None:
    with pytest.raises(BuildRefused, match=r"2026-07-01 is later than the export"):
        typed(export=[EXPORT], as_of=date(2026, 7, 1), searches=[SEARCH])


def test_the_flags_day_ends_with_an_export_made_on_that_day() -> None:
    export = [{"exported_at": "2026-06-30T15:00:00Z"}]
    with typed(export=export, as_of=date(2026, 6, 30), searches=[SEARCH]) as one:
        assert as_of(one) == (datetime(2026, 6, 30, 15), date(2026, 6, 30), "flag")


def test_a_bare_day_ends_in_the_default_zone() -> None:
    settings = Settings(default_time_zone="America/New_York")
    with typed(settings=settings, as_of=date(2026, 6, 30), searches=[SEARCH]) as one:
        assert as_of(one)[:2] == (datetime(2026, 7, 1, 3, 59, 59, 999999), date(2026, 6, 30))


def test_without_either_the_latest_event_counts_and_plans_do_not() -> None:
    row = SEARCH | {"target_fill_on": "2026-09-01", "closed_on": "2026-02-01"}
    with closing(duckdb.connect()) as con:
        mapped(con, {"searches": [row]})
        type_tables(con, answers=Answers(), settings=Settings())
        found = con.execute("select as_of_on, as_of_source from typed.export").fetchone()
        assert found == (date(2026, 2, 1), "latest event")


def test_without_any_date_there_is_no_figure() -> None:
    with closing(duckdb.connect()) as con, pytest.raises(BuildRefused, match="--as-of"):
        mapped(con, {"clients": [{"client_id": "K", "name": "K"}]})
        type_tables(con, answers=Answers(), settings=Settings())


def test_only_the_first_row_of_the_export_table_counts() -> None:
    with typed(export=[EXPORT, {"exported_at": "2026-07-30"}], searches=[SEARCH]) as one:
        assert as_of(one)[1] == date(2026, 6, 30)
        assert one.set_aside("export") == [(3, None, "one_row_only")]


# ---- no row is lost

WORDS = st.sampled_from(
    ["S1", "S2", "S3", "", "NA", "open", "filled", "2026-01-05", "1000-01-01", "25/04/2026", "0",
     "agency", "direct", "screen", "Europe/Berlin", "x", "-1", "12", "1.5", None]
)  # fmt: skip


def any_rows(table: str) -> st.SearchStrategy[list[dict[str, str | None]]]:
    columns = [column.name for column in canonical_tables()[table].columns]
    return st.lists(st.fixed_dictionaries({name: WORDS for name in columns}), max_size=12)


@hypothesis_settings(max_examples=6, deadline=None)
@examples(searches=any_rows("searches"), submissions=any_rows("submissions"), data=st.data())
def test_every_row_is_typed_or_set_aside_exactly_once(
    searches: list[Row], submissions: list[Row], data: st.DataObject
) -> None:
    # Half of the rows are sound, so that keys, parents and repeats come into play as well.
    sound = [SEARCH | {"search_id": s} for s in ("S1", "S2")] + [SUBMISSION]
    tables: dict[str, list[Row]] = {
        "searches": data.draw(st.permutations([*searches, *sound[:2]])),
        "submissions": data.draw(st.permutations([*submissions, sound[2], sound[2]])),
        "stage_events": data.draw(any_rows("stage_events")),
    }
    filled = {name: rows for name, rows in tables.items() if rows}
    with typed(answers=Answers(date_order={"*": "dmy"}), **filled) as one:
        for name, rows in filled.items():
            lines = one.rows(f"select _line from typed.{name} where _line is not null")
            lines += one.rows(f"select _line from quarantine.row where table_name = '{name}'")
            assert sorted(lines) == [(line,) for line in range(2, len(rows) + 2)]
