-- grain: file, table, column, rule, reason
-- reads: quarantine.note
select
    _file as file, table_name as "table", column_name as "column", rule, reason, count(*) as times
from quarantine.note
group by all
order by all
