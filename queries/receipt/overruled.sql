-- grain: file, table
-- reads: entered.overruled
-- note: exported rows that a typed row of the same key stands for; among those not needed
select _file as file, table_name as "table", count(*) as rows
from entered.overruled
group by all
order by all
