-- grain: _file, _line
-- reads: staging.cell_of_gone
-- note: is_held = the line still tells who somebody is who asked to be removed: it has the record's
-- id and a part of the identity
with
    of_each as (
        select
            _file,
            _line,
            bool_or(is_identity) and not bool_and(is_identity) and bool_or(why = 'removed') as tells
        from staging.cell_of_gone
        group by _file, _line, candidate_id
    )
select _file, _line, bool_or(tells) as is_held
from of_each
group by _file, _line
