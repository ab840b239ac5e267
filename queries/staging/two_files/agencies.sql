-- grain: agency
-- reads: shape.applications, shape.own_agency
-- note: An agency goes by the spelling that is its id, else by the one that most of its rows use.
-- An agency's own files are all of that agency.
with
    spellings as (
        select agency_id, source, count(*) as applications
        from shape.applications
        where agency_id is not null and not exists (from shape.own_agency)
        group by agency_id, source
    )
select agency_id, source as name, null::varchar as _file, null::bigint as _line
from spellings
qualify
    row_number() over (
        partition by agency_id order by source = agency_id desc, applications desc, source
    )
    = 1
union all
select agency_id, name, null, null
from shape.own_agency
