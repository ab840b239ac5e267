-- question: Which searches is an agency working on, the oldest first?
-- grain: search_id, agency_id
-- reads: marts.brief, marts.search, marts.client, marts.opening, marts.submission,
-- marts.interview, marts.offer, marts.export
-- with: work_on_searches
-- attribution: open on the as-of day, whatever the period
-- readers: hr, agency
-- note: searches that are open or on hold and were not taken back from the agency. Candidates,
-- interviews and offers are that agency's own; last_activity_on is the last day on which anything
-- happened to one of them. is_assumed = no brief is on file, so briefed_on is the first candidate
with
    seats as (
        select search_id, count(*) as open_seats
        from marts.opening
        where outcome = 'open'
        group by search_id
    )
select
    brief.search_id,
    search.title,
    client.name as client_name,
    brief.client_id,
    brief.agency_id,
    brief.department,
    brief.location,
    search.opened_on,
    brief.briefed_on,
    brief.is_assumed,
    export.as_of_on - search.opened_on as age_days,
    coalesce(seats.open_seats, 0) as open_seats,
    search.status = 'on_hold' as is_on_hold,
    coalesce(work.sent, 0) as sent,
    coalesce(work.waiting, 0) as waiting,
    case when work.search_id is null then 0 else work.interviewed end as interviewed,
    greatest(work.last_activity_on, brief.briefed_on) as last_activity_on
from marts.brief as brief
cross join marts.export as export
inner join marts.search as search on brief.search_id = search.search_id
left join marts.client as client on brief.client_id = client.client_id
left join seats on brief.search_id = seats.search_id
left join
    work_on_searches as work
    on brief.search_id = work.search_id
    and brief.agency_id = work.agency_id
where
    search.status in ('open', 'on_hold')
    and brief.released_on is null
    and chosen($clients, brief.client_id)
    and chosen($agencies, brief.agency_id)
    and chosen($departments, brief.department)
    and chosen($locations, brief.location)
    and chosen($role_families, brief.role_family)
order by age_days desc, brief.search_id, brief.agency_id
limit $row_limit
