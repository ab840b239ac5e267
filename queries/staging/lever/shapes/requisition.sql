-- grain: requisition, whichever way it was exported
-- reads: raw.requisition(id, name, status, created_at, closed_at, headcount_total, headcount_hired,
-- department, team, location, compensation_band_min, compensation_band_max, _fivetran_deleted),
-- raw.requisitions(id, name, status, createdat, closedat, headcounttotal, headcounthired,
-- department,
-- team, location, compensationband)
-- carries: raw.requisition, raw.requisitions
with
    requisitions as (
        select
            id,
            name,
            status,
            created_at,
            closed_at,
            headcount_total,
            headcount_hired,
            coalesce(department, team) as department,
            location,
            compensation_band_min as pay_min,
            compensation_band_max as pay_max,
            coalesce(as_flag(_fivetran_deleted), false) as is_deleted,
            _file,
            _line
        from raw.requisition
        union all
        select
            id,
            name,
            status,
            createdat,
            closedat,
            headcounttotal,
            headcounthired,
            coalesce(department, team),
            location,
            field_of(compensationband, '$.min'),
            field_of(compensationband, '$.max'),
            false,
            _file,
            _line
        from raw.requisitions
    )
select
    *,
    case when is_deleted then 'deleted' when as_word(status) = 'draft' then 'draft' end as why_not
from requisitions
