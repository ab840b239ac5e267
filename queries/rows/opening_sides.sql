-- question: Whose turn was it on the days of each opening, those with the most days first?
-- grain: opening_id
-- reads: marts.opening_day, marts.brief, marts.opening, marts.search, marts.client, marts.present
-- with: open_days_in_scope as open_days, sides_shown
-- attribution: days in the period
-- readers: hr, agency
-- note: the days of the metric open_days_by_side, and those that a side could give back, by opening
with
    counted as (
        select
            opening_id,
            sum(days)::bigint as days,
            coalesce(sum(days) filter (where side = 'hr'), 0)::bigint as hr,
            coalesce(sum(days) filter (where side = 'agency'), 0)::bigint as agency,
            coalesce(sum(days) filter (where side = 'business_leader'), 0)::bigint as leader,
            coalesce(sum(days) filter (where side = 'candidate'), 0)::bigint as candidate,
            coalesce(sum(days) filter (where side = 'hold'), 0)::bigint as hold,
            coalesce(sum(days) filter (where side = 'unknown'), 0)::bigint as unknown,
            coalesce(sum(days) filter (where is_beyond), 0)::bigint as beyond_days
        from open_days
        group by opening_id
    )
select
    counted.opening_id,
    opening.search_id,
    search.title,
    client.name as client_name,
    opening.department,
    opening.location,
    opening.opened_on,
    opening.ended_on,
    counted.days,
    counted.hr as hr_days,
    counted.agency as agency_days,
    case when leader > 0 or shows_leader then leader end as business_leader_days,
    case when candidate > 0 or shows_candidate then candidate end as candidate_days,
    case when hold > 0 or shows_hold then hold end as hold_days,
    counted.unknown as unknown_days,
    counted.beyond_days
from counted
cross join sides_shown
inner join marts.opening as opening on counted.opening_id = opening.opening_id
inner join marts.search as search on opening.search_id = search.search_id
left join marts.client as client on opening.client_id = client.client_id
order by counted.days desc, counted.opening_id
limit $row_limit
