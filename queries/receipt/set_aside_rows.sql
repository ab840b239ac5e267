-- grain: _file, _line, column_name, rule
-- reads: quarantine.row
select
    _file as file,
    _line as line,
    table_name as "table",
    column_name as "column",
    rule,
    reason,
    value
from quarantine."row"
order by all
