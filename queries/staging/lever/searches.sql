-- grain: requisition, posting without one, or posting known only from its opportunities
-- reads: shape.requisition, shape.posting, shape.opportunity
-- carries: raw.requisition, raw.requisitions
-- note: A search that is only called closed was filled where someone was hired for it. Where
-- neither
-- postings nor requisitions were exported, a posting is open from its first opportunity on.
with
    hired_for as (
        select distinct search_id from shape.opportunity where stage_of(archive_reason) = 'hired'
    ),
    known as (
        select
            id as search_id,
            name as title,
            status,
            created_at as opened_on,
            closed_at as closed_on,
            headcount_total as openings,
            coalesce(try_cast(headcount_hired as integer), 0) > 0 as is_filled,
            department,
            location,
            _file,
            _line
        from shape.requisition
        where why_not is null
        union all by name
        select
            id as search_id,
            text as title,
            state as status,
            created_at as opened_on,
            false as is_filled,
            department,
            location,
            _file,
            _line
        from shape.posting
        where why_not is null and requisition_id is null
    )
select
    search_id,
    title,
    from_epoch_milliseconds(opened_on) as opened_on,
    from_epoch_milliseconds(closed_on) as closed_on,
    openings,
    department,
    location,
    case
        when search_status_of(status) <> 'closed'
        then search_status_of(status)
        when is_filled or search_id in (select search_id from hired_for)
        then 'filled'
        when search_status_of(status) = 'closed'
        then 'cancelled'
        else status
    end as status,
    _file,
    _line
from known
union all by name
select
    search_id,
    'Posting ' || search_id as title,
    from_epoch_milliseconds(min(created_at)) as opened_on,
    'open' as status,
    arg_min(_file, (created_at, id)) as _file,
    arg_min(_line, (created_at, id)) as _line
from shape.opportunity
where
    search_id is not null
    and not exists (from shape.requisition)
    and not exists (from shape.posting)
group by search_id
