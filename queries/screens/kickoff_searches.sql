-- question: Which searches can be kicked off, and what is known of each?
-- grain: search_id
-- reads: marts.search, marts.brief, marts.export
-- readers: hr, agency
-- note: open ones first, the newest on top. agency_ids are those it was given to, separated by ;
with
    briefed as (
        select search_id, string_agg(agency_id, ';' order by agency_id) as agency_ids
        from marts.brief
        group by search_id
    )
select
    search.search_id,
    coalesce(search.title, search.search_id) as title,
    search.department,
    search.location,
    search.level,
    search.openings,
    search.opened_on,
    search.target_fill_on,
    search.status in ('open', 'on_hold') as is_open,
    export.as_of_on - search.opened_on as age_days,
    coalesce(briefed.agency_ids, '') as agency_ids
from marts.search
cross join marts.export
left join briefed using (search_id)
order by is_open desc, search.opened_on desc, search.search_id
