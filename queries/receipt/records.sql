-- grain: file
-- reads: entered.row, accounting.known, quarantine.row
-- note: every physical row of a records file is counted, about a day after the as-of day (later),
-- said again by a later row of its key, taken back, or set aside
with
    known as (select distinct _file, _line from accounting.known where _file is not null),
    broken as (select distinct _file, _line from quarantine."row" where _file is not null)
select
    entered._file as file,
    entered.table_name as "table",
    count(*) as physical,
    count(*) filter (known._file is not null) as counted,
    count(*) filter (fate = 'mapped' and known._file is null and broken._file is null) as later,
    count(*) filter (fate = 'entered again') as entered_again,
    count(*) filter (fate = 'taken back') as taken_back,
    count(*) filter (known._file is null and broken._file is not null) as set_aside
from entered."row" as entered
left join known on entered._file = known._file and entered._line = known._line
left join broken on entered._file = broken._file and entered._line = broken._line
group by all
order by all
