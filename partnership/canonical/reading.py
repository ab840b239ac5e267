"""Clean text → values, column by column of the schema, and the rows whose text is no such value."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import duckdb

from partnership.canonical.schema import Column, Table
from partnership.canonical.spelling import Spelling
from partnership.statements import run

FAULTS = {
    "day": ("not_a_day", "is not a day such as 2026-04-03"),
    "instant": ("not_an_instant", "is not a moment such as 2026-04-03T14:05:00+02:00, nor a day"),
    "count": ("not_a_count", "is not a whole number"),
    "rating": ("not_a_rating", "is not a whole number from 1 to 5"),
    "money": ("not_a_number", "is not a plain decimal number"),
    "fraction": ("not_a_fraction", "is not a number from 0 to 1, nor a percentage"),
    "flag": ("not_true_or_false", "is neither true nor false"),
    "zone": ("unknown_zone", "is no time zone such as Europe/Berlin"),
    "words": ("unknown_word", "is none of"),
    "list": ("unknown_word", "holds a word that is none of"),
}
# What a note says of a decided spelling, and what a row's reason adds to it.
SPELLED = {
    "dmy": "day first",
    "mdy": "month first",
    ".": "with a decimal point",
    ",": "with a decimal comma",
}


@dataclass(frozen=True)
class Source:
    """One table on its way: its clean text is in working.<name>; `zone` is SQL over `zone_join`.

    `came_in` names its columns that came in: looking at those that did not takes as long.
    """

    con: duckdb.DuckDBPyConnection
    table: Table
    came_in: Collection[str]
    zone: str
    zone_join: str
    spelled: Sequence[Spelling]

    @property
    def columns(self) -> list[Column]:
        """The columns that came in."""
        return [column for column in self.table.columns if column.name in self.came_in]

    def spelled_as(self, column: Column) -> list[Spelling]:
        """How each file that leaves a choice writes this column."""
        return [spelling for spelling in self.spelled if spelling.column == column.name]


def source_of(
    con: duckdb.DuckDBPyConnection,
    table: Table,
    came_in: Collection[str],
    default_zone: str,
    spelled: Sequence[Spelling],
) -> Source:
    """The table with the zone its clock times are in: its own, its search's, else the default."""
    default = quoted(default_zone)
    zones_of_own = [column.name for column in table.columns if column.kind == "zone"]
    if zones_of_own:
        own = f"coalesce(zone_time_zone.name, {default})"
        zone = own if set(zones_of_own) & set(came_in) else default
        return Source(con, table, came_in, zone, "", spelled)
    through = _way_to_search(table)
    has_zones = (
        through
        and run(con, "select 1 from typed.searches where time_zone is not null limit 1").fetchone()
    )
    if not has_zones:
        return Source(con, table, came_in, default, "", spelled)
    zones = "typed.searches"
    if through == "submission_id":
        zones = (
            "(select s.submission_id, search.time_zone from typed.submissions as s "
            "inner join typed.searches as search on s.search_id = search.search_id)"
        )
    join = f'left join {zones} as zoned on cleaned."{through}" = zoned."{through}"'
    return Source(con, table, came_in, f"coalesce(zoned.time_zone, {default})", join, spelled)


def nothing_to_read(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    """typed.<table> without a row, for a table that did not come in."""
    columns = ", ".join(f'"{name}" {sql_type}' for name, sql_type in table.sql_columns)
    run(
        con,
        f'create or replace table typed."{table.name}" ({columns}, _file varchar, _line bigint)',
    )


def read_values(source: Source) -> None:
    """typed.<table> with two columns more: `_row`, that of working.<table>, and `_fault`.

    `_fault` names the first column whose text is no value of its type; null where there is none.
    """
    table = source.table
    typed = [
        f'{sql} as "{name}"'
        for column in table.columns
        for name, sql in _expressions(source, column)
    ]
    written = [f'"{column.name}" as "{column.name} written"' for column in source.columns]
    names = ", ".join(f'"{name}"' for name, _ in table.sql_columns)
    run(
        source.con,
        f'create or replace table typed."{table.name}" as '
        f"select {names}, _file, _line, _row, "
        f"case {' '.join(_faults(source))} end::varchar as _fault "
        f"from (select _row, _file, _line, {', '.join(typed + written)} "
        f"from ({_spelled_plainly(source)}))",
    )


def set_aside_faults(source: Source) -> None:
    """Move the rows with a fault to quarantine.row, each with its first one."""
    con, table = source.con, source.table
    found = f'select distinct _fault from typed."{table.name}" where _fault is not null order by 1'
    faulty = run(con, found).fetchall()
    for (name,) in faulty:
        rule, reason = _fault(source, table.column(name))
        run(
            con,
            "insert into quarantine.row select t._file, t._line, $table, $column, "
            f"case when c.\"{name}\" is null then 'missing' else $rule end, "
            f"case when c.\"{name}\" is null then $column || ' must be there and is empty' "
            "else $reason end, "
            f'c."{name}" from typed."{table.name}" as t '
            f'inner join working."{table.name}" as c on t._row = c.rowid where t._fault = $column',
            {"table": table.name, "column": name, "rule": rule, "reason": reason},
        )
    if faulty:
        run(con, f'delete from typed."{table.name}" where _fault is not null')


def note_spellings(source: Source) -> None:
    """Say in quarantine.note how each column was read that could have been read in two ways."""
    for spelling in source.spelled:
        if spelling.shown:
            reason = f"read {SPELLED.get(spelling.choice, spelling.choice)}, {spelling.shown}"
            run(
                source.con,
                "insert into quarantine.note values (?, null, ?, ?, ?, ?, null)",
                [spelling.file, source.table.name, spelling.column, spelling.question, reason],
            )


def note_rounding(source: Source) -> None:
    """Say in quarantine.note which amounts had more decimals than are kept."""
    for column in source.columns:
        # A column without a decimal mark is written plainly, and has no decimals to lose.
        if column.kind in ("money", "fraction") and source.spelled_as(column):
            run(
                source.con,
                "insert into quarantine.note select _file, _line, $table, $column, 'rounded', "
                f"'rounded to four decimals', \"{column.name}\" "
                f'from working."{source.table.name}" '
                f"where regexp_matches(\"{column.name}\", '[.,]\\d{{4}}\\d*[1-9]')",
                {"table": source.table.name, "column": column.name},
            )


def quoted(text: str) -> str:
    """The text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def _way_to_search(table: Table) -> str | None:
    names = {column.name for column in table.columns}
    if not any(column.kind in ("day", "instant") for column in table.columns):
        return None
    if "search_id" in names:
        return "search_id"
    return "submission_id" if "submission_id" in names else None


def _spelled_plainly(source: Source) -> str:
    """The clean text, its days as ISO 8601, with the decimal marks and the zone it is read by."""
    columns = []
    for column in source.columns:
        text, choice = f'cleaned."{column.name}"', f'"spelled_{column.name}".choice'
        is_spelled = bool(source.spelled_as(column))
        if is_spelled and column.kind in ("day", "instant"):
            text = f"as_iso({text}, {choice})"
        elif is_spelled:
            columns.append(f'{choice} as "{column.name} mark"')
        elif column.kind == "zone":
            columns.append(f'"zone_{column.name}".name as "{column.name} name"')
        columns.append(f'{text} as "{column.name}"')
    return (
        "select cleaned.rowid as _row, cleaned._file, cleaned._line, "
        f"{source.zone} as _zone, {', '.join(columns)} "
        f'from working."{source.table.name}" as cleaned {" ".join(_joins(source))}'
    )


def _joins(source: Source) -> Iterator[str]:
    yield source.zone_join
    for column in source.columns:
        text = f'cleaned."{column.name}"'
        if column.kind == "zone":
            alias = f'"zone_{column.name}"'
            yield f"left join working._zone as {alias} on lower({text}) = lower({alias}.name)"
        if spelled := source.spelled_as(column):
            alias = f'"spelled_{column.name}"'
            values = ", ".join(f"({quoted(s.file)}, {quoted(s.choice)})" for s in spelled)
            yield f"left join (values {values}) as {alias} (file, choice)"
            yield f"on cleaned._file = {alias}.file"


def _expressions(source: Source, column: Column) -> list[tuple[str, str]]:
    """Name and SQL of what one column of text becomes."""
    if column.name not in source.came_in:
        return [(name, f"null::{sql_type}") for name, sql_type in column.sql_columns]
    text = f'"{column.name}"'
    mark = f'"{column.name} mark"' if source.spelled_as(column) else "'.'"
    words = ", ".join(quoted(word) for word in column.words)
    by_kind = {
        "id": text,
        "text": text,
        "zone": f'"{column.name} name"',
        "words": f"case when as_word({text}) in ({words}) then as_word({text}) end",
        "list": f"case when list_has_all([{words}], as_words({text})) then as_words({text}) end",
        "day": f"as_day({text}, _zone)",
        "instant": f"as_instant({text}, _zone)",
        "count": f"as_count({text})",
        "rating": f"as_rating({text})",
        "money": f"as_money({text}, {mark})",
        "fraction": f"as_fraction({text}, {mark})",
        "flag": f"as_flag({text})",
    }
    own = [(column.name, by_kind[column.kind])]
    if column.kind == "instant":
        own.append((column.day_name, f"as_day({text}, _zone)"))
    return own


def _faults(source: Source) -> Iterator[str]:
    """The branches of a case that names the first column at fault."""
    yield "when false then null"  # where no column can be at fault
    for column in source.table.columns:
        tests = []
        if column.is_required:
            tests = [f'"{column.name}" is null']
        elif column.name in source.came_in:
            tests = [f'"{column.name} written" is not null and "{column.name}" is null']
        tests += [
            f'"{column.name}" is null and "{other}" = {quoted(word)}'
            for name, other, word in source.table.required_where
            if name == column.name
        ]
        if tests:
            yield f"when {' or '.join(tests)} then {quoted(column.name)}"


def _fault(source: Source, column: Column) -> tuple[str, str]:
    rule, reason = FAULTS.get(column.kind, ("missing", ""))
    if column.words:
        reason += f" {', '.join(column.words)}"
    choices = {spelling.choice for spelling in source.spelled_as(column) if spelling.shown}
    if len(choices) == 1:
        reason += f"; this column is written {SPELLED.get(*choices, *choices)}"
    return rule, f"{column.name} {reason}"
