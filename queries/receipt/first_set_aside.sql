-- grain: _file, _line, column_name, rule
-- reads: quarantine.row
-- note: the first few of each rule, where to look; the values themselves are not shown, they may
-- name people
with
    numbered as (
        select
            *,
            row_number() over (
                partition by table_name, rule order by _file, _line, column_name, reason
            ) as nth
        from quarantine."row"
    )
select _file as file, _line as line, column_name as "column", rule, reason
from numbered
where nth <= 3
order by table_name, rule, nth
