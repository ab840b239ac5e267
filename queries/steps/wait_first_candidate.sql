-- grain: search given to an agency
-- key: case_id
-- reads: steps.briefed, marts.search, marts.submission
-- note: From the brief to the agency's first candidate that counts: not redundant, and not turned
-- down at first sight (a rejection in bulk at closure is no verdict). The wait ends without one
-- when the search closes or the agency is released. Where the brief is assumed there is no clock.
with
    candidates_that_count as (
        select search_id, agency_id, min(received_on) as first_on
        from marts.submission
        where
            channel = 'agency'
            and not is_redundant
            and (
                decision is distinct from 'rejected'
                or feedback_outcome = 'bulk_closed'
                or coalesce(is_interviewed, false)
            )
        group by search_id, agency_id
    )
select
    'first_candidate' as kind,
    briefed.search_id || ' ' || briefed.agency_id as case_id,
    null::varchar as submission_id,
    briefed.search_id,
    briefed.agency_id,
    briefed.briefed_at as started_at,
    briefed.briefed_on as started_on,
    candidates_that_count.first_on as answered_on,
    null::date as withdrawn_on,
    least(briefed.released_on, search.closed_on) as closed_on,
    5 as limit_days
from steps.briefed
inner join marts.search using (search_id)
left join candidates_that_count using (search_id, agency_id)
where not briefed.is_assumed
