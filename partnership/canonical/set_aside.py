"""Rows that are well typed but cannot be keyed or joined: repeats, and orphans."""

import duckdb

from partnership.canonical.schema import Column, Table
from partnership.statements import run


def set_aside_repeats(con: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Keep the first row of each key (of each content, where the table has no key).

    The others go to quarantine.row: `repeated` where they say the same, else `key_twice`.
    """
    content = [name for name, _ in table.sql_columns]
    keys = ", ".join(f't."{name}"' for name in table.key or content)
    twice = f'select hash({keys}) from typed."{table.name}" as t group by 1 having count(*) > 1'
    if not run(con, f"{twice} limit 1").fetchone():
        return
    again = f"""
        select t._row, first_value(t._row) over same as first_row
        from typed."{table.name}" as t
        where hash({keys}) in ({twice})
        window same as (partition by {keys} order by t._file, t._line, t._row)
    """
    run(
        con,
        f"create or replace temp table again as select * from ({again}) where _row <> first_row",
    )
    is_same = " and ".join(f'a."{name}" is not distinct from b."{name}"' for name in content)
    key_text = " || ' · ' || ".join(f'a."{name}"::varchar' for name in table.key) or "null"
    run(
        con,
        f"""
        insert into quarantine.row
        select
            a._file, a._line, $table, $column,
            case when {is_same} then 'repeated' else 'key_twice' end,
            case when {is_same} then 'says the same as' else 'has the key, not the content, of' end
            || ' line ' || coalesce(b._line::varchar, '?') || ' of ' || coalesce(b._file, '?'),
            {key_text}
        from again
        inner join typed."{table.name}" as a on again._row = a._row
        inner join typed."{table.name}" as b on again.first_row = b._row
        """,
        {"table": table.name, "column": ", ".join(table.key) or None},
    )
    run(con, f'delete from typed."{table.name}" where _row in (select _row from again)')


def set_aside_orphans(
    con: duckdb.DuckDBPyConnection, table: Table, parents: dict[str, Table]
) -> None:
    """Set aside the rows whose parent is missing; where it need not be there, empty the field."""
    for column in table.columns:
        if column.parent is None:
            continue
        key = parents[column.parent].key[0]
        parent = f'select "{key}" from typed."{column.parent}"'
        # The test for null comes first: null is also "not in" an empty table.
        orphan = f'"{column.name}" is not null and "{column.name}" not in ({parent})'
        if not run(con, f'select 1 from typed."{table.name}" where {orphan} limit 1').fetchone():
            continue
        if column.must_have_parent:
            _set_aside(con, table, column, key, orphan)
        else:
            _empty(con, table, column, orphan)


def _set_aside(
    con: duckdb.DuckDBPyConnection, table: Table, column: Column, key: str, orphan: str
) -> None:
    """A parent that was itself set aside takes its children with it, under a rule of their own."""
    run(
        con,
        f"""
        insert into quarantine.row
        select
            _file, _line, $table, $column,
            case when was_there then 'parent_set_aside' else 'parent_missing' end,
            case when was_there then 'its row of ' || $parent || ' was set aside'
            else 'no row of ' || $parent || ' has this key' end,
            value
        from (
            select
                _file, _line, "{column.name}" as value,
                exists (
                    from working."{column.parent}" as p where p."{key}" = t."{column.name}"
                ) as was_there
            from typed."{table.name}" as t where {orphan}
        )
        """,
        {"table": table.name, "column": column.name, "parent": column.parent},
    )
    run(con, f'delete from typed."{table.name}" where {orphan}')


def _empty(con: duckdb.DuckDBPyConnection, table: Table, column: Column, orphan: str) -> None:
    run(
        con,
        "insert into quarantine.note select _file, _line, $table, $column, 'parent_missing', "
        f"'no row of ' || $parent || ' has this key: read as empty', \"{column.name}\" "
        f'from typed."{table.name}" where {orphan}',
        {"table": table.name, "column": column.name, "parent": column.parent},
    )
    run(con, f'update typed."{table.name}" set "{column.name}" = null where {orphan}')
