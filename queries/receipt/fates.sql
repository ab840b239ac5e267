-- grain: file
-- reads: accounting.line
-- note: a row that became several, of which one was set aside, is accepted in part
with
    rows_of_files as (
        select
            _file,
            _line,
            bool_or(is_accepted) as is_accepted,
            bool_or(not is_accepted) as is_set_aside
        from accounting.line
        where _file is not null
        group by all
    )
select
    _file as file,
    count(*) filter (where is_accepted) as accepted,
    count(*) filter (where is_accepted and is_set_aside) as in_part,
    count(*) filter (where not is_accepted) as set_aside
from rows_of_files
group by _file
order by _file
