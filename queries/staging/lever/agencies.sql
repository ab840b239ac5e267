-- grain: agency
-- reads: shape.opportunity
select
    agency_id,
    arg_max(coalesce(brought_by, agency_id), rows_of_name) as name,
    null::varchar as _file,
    null::bigint as _line
from
    (
        select agency_id, brought_by, (count(*), brought_by) as rows_of_name
        from shape.opportunity
        where channel = 'agency'
        group by agency_id, brought_by
    )
group by agency_id
