-- grain: seat of a search without openings on file
-- key: opening_id
-- reads: staging.searches, staging.openings, steps.acceptance
-- note: The k-th standing acceptance fills seat k; the remaining seats take the search's status and
-- day of closing. Of those of a filled search, as many are open as hires were reneged. No number of
-- openings, or 0, is one seat.
with
    seats as (
        select
            search_id,
            opened_on,
            status,
            closed_on,
            unnest(range(1, coalesce(nullif(openings, 0), 1) + 1)) as seat
        from staging.searches
        anti join staging.openings using (search_id)
    ),
    acceptance_counts as (
        select
            search_id,
            count(*) filter (where is_standing) as standing,
            count(*) filter (where not is_standing) as reneged
        from steps.acceptance
        group by search_id
    )
select
    seats.search_id || '#' || seats.seat as opening_id,
    seats.search_id,
    seats.seat,
    seats.opened_on,
    case
        when acceptance.submission_id is not null
        then 'filled'
        when
            seats.status = 'filled'
            and seats.seat <= acceptance_counts.standing + acceptance_counts.reneged
        then 'open'
        when seats.status in ('filled', 'cancelled')
        then seats.status
        else 'open'
    end as known_outcome,
    case
        when acceptance.submission_id is not null
        then acceptance.accepted_on
        when known_outcome <> 'open'
        then seats.closed_on
    end as ended_on,
    acceptance.submission_id as filled_by_submission_id
from seats
left join acceptance_counts using (search_id)
left join
    steps.acceptance
    on seats.search_id = acceptance.search_id
    and seats.seat = acceptance.nth_in_search
    and acceptance.is_standing
