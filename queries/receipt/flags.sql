-- grain: table, rule
-- reads: marts.data_flag
-- note: rows that contradict themselves: counted, but left out where the dates in question are
-- needed
select table_name as "table", rule, count(*) as rows, min(reason) as reason
from marts.data_flag
group by table_name, rule
order by table_name, rule
