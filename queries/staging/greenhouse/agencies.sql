-- grain: agency
-- reads: shape.source, shape.application
-- note: Only those that the export names; the spelling of most sources is the agency's name.
with
    spellings as (
        select agency_id, name
        from shape.source
        where agency_id is not null
        union all
        select agency_id, source_name
        from shape.application
        where agency_id is not null
    )
select agency_id, name, null::varchar as _file, null::bigint as _line
from spellings
group by agency_id, name
qualify row_number() over (partition by agency_id order by count(*) desc, name) = 1
