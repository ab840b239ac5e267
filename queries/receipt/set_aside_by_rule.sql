-- grain: table_name, rule
-- reads: quarantine.row
-- note: rows are physical rows; one row can break several rules, so these do not add up to the
-- rows set aside
select table_name as "table", rule, count(distinct(_file, _line)) as rows, min(reason) as reason
from quarantine."row"
group by table_name, rule
order by rows desc, table_name, rule
