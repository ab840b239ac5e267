-- grain: table
-- reads: entered.row, accounting.known
-- note: the typed rows, by their place in the file, that no figure counts: set aside, or about a
-- day after the as-of
select entered.table_name as "table", list(entered.number order by entered.number) as numbers
from entered."row" as entered
anti join
    accounting.known as known
    on entered.table_name = known.table_name
    and entered._file = known._file
    and entered._line = known._line
where entered.fate in ('mapped', 'set aside')
group by all
order by all
