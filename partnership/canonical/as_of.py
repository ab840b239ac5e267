"""The instant that everything is as of: the flag, the export's own, else the latest event."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from pathlib import Path

import duckdb

from partnership.canonical.entered import NOT_ENTERED, Entered
from partnership.canonical.schema import canonical_tables
from partnership.errors import BuildRefused
from partnership.settings import Settings
from partnership.statements import run

EXPORT_FILE = Path(__file__).parents[2] / "queries" / "staging" / "export.sql"


def type_export(
    con: duckdb.DuckDBPyConnection,
    settings: Settings,
    as_of: date | datetime | None,
    entered: Entered,
    there: Mapping[str, Collection[str]],
) -> None:
    """Turn typed.export into its one row, with the as-of instant.

    `there` names the columns of each table that came in. A bare day means its end, a clock time
    without an offset is the default zone's. Raises BuildRefused where `as_of` is later than the
    export, or where nothing has a date.
    """
    _keep_one_row(con)
    latest = _latest_event(con, settings.default_time_zone, entered, there)
    values = {
        "zone": settings.default_time_zone,
        "owner": settings.owner,
        "reply_days": settings.reply_days,
        "cutoff_hour": settings.cutoff_hour,
        "ownership_days": settings.ownership_days,
        "guarantee_days": settings.guarantee_days,
        "meeting_interval_days": settings.meeting_interval_days,
        "people_shown": settings.people_shown,
        "latest": latest[0] if latest else None,
        "flag_on": as_of if not isinstance(as_of, datetime) else None,
        "flag_at": None,
    }
    if isinstance(as_of, datetime):
        values["flag_at"] = _instant(con, as_of, settings.default_time_zone)
    _refuse_later_than_export(con, values)
    select = EXPORT_FILE.read_text(encoding="utf-8")
    run(con, f"create or replace temp table export_row as {select}", values)
    run(con, "create or replace table typed.export as select * from export_row")
    if run(con, "select 1 from typed.export where as_of_at is null").fetchone():
        raise BuildRefused(
            "nothing in these files has a date, so nothing says what day the figures are as of",
            "Add an export table with exported_at. On the command line, --as-of gives the day.",
        )
    if (
        latest
        and run(con, "select 1 from typed.export where as_of_source = 'latest event'").fetchone()
    ):
        day, table, column = latest
        run(
            con,
            "insert into quarantine.note values (null, null, ?, ?, 'as_of', ?, ?)",
            [
                table,
                column,
                "the latest date in the files: the figures are as of its end",
                str(day),
            ],
        )


def _instant(con: duckdb.DuckDBPyConnection, moment: datetime, zone: str) -> str:
    if moment.tzinfo is not None:
        return moment.isoformat()
    row = run(
        con, "select timezone($zone, $moment::timestamp)::varchar", {"zone": zone, "moment": moment}
    ).fetchone()
    return str(row[0]) if row else ""


def _keep_one_row(con: duckdb.DuckDBPyConnection) -> None:
    later = "_row > (select min(_row) from typed.export)"
    run(
        con,
        "insert into quarantine.row select _file, _line, 'export', null, 'one_row_only', "
        f"'the export table has one row: the first counts', null from typed.export where {later}",
    )
    run(con, f"delete from typed.export where {later}")


def _latest_event(
    con: duckdb.DuckDBPyConnection,
    zone: str,
    entered: Entered,
    there: Mapping[str, Collection[str]],
) -> tuple[date, str, str] | None:
    """The latest day on which anything that is not planned happened, with its table and column.

    Only exports say it: what is typed today must not make last month's export look new.
    """
    days = []
    for table in (canonical_tables()[name] for name in there if name != "export"):
        for column in table.columns:
            if column.name not in there[table.name] or column.name in table.planned:
                continue
            if column.kind == "day":
                day = f'"{column.name}"'
            elif column.kind == "instant":
                # The local day can be a day ahead of the default zone's, and the other way round.
                day = f'greatest("{column.day_name}", timezone($zone, "{column.name}")::date)'
            else:
                continue
            days.append(
                f"select max({day}) as day, '{table.name}' as table_name, "
                f"'{column.name}' as column_name from typed.\"{table.name}\" where {NOT_ENTERED}"
            )
    if not days:
        return None
    every = " union all ".join(days)
    found = run(
        con,
        f"select * from ({every}) where day is not null "
        "order by day desc, table_name, column_name limit 1",
        entered.parameter | ({"zone": zone} if "$zone" in every else {}),
    ).fetchone()
    return (found[0], found[1], found[2]) if found else None


def _refuse_later_than_export(con: duckdb.DuckDBPyConnection, values: Mapping[str, object]) -> None:
    late = run(
        con,
        "select exported_at::varchar from typed.export where $flag_on::date > exported_on "
        "or $flag_at::timestamptz > end_of_day(exported_on, $zone)",
        {name: values[name] for name in ("flag_on", "flag_at", "zone")},
    ).fetchone()
    if late:
        raise BuildRefused(
            f"{values['flag_on'] or values['flag_at']} is later than the export ({late[0]})",
            "Give --as-of an earlier day, or leave it out: an export ends where it was made.",
        )
