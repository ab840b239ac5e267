-- grain: agency
-- reads: shape.applications
-- note: An agency goes by the spelling that most of its rows use.
with
    spellings as (
        select agency_id, source, count(*) as applications
        from shape.applications
        where agency_id is not null
        group by agency_id, source
    )
select agency_id, source as name, null::varchar as _file, null::bigint as _line
from spellings
qualify row_number() over (partition by agency_id order by applications desc, source) = 1
