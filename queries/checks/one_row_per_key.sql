-- promise: Nothing is counted twice: each case is one row
-- grain: key that stands more than once
-- reads: marts.search, marts.opening, marts.submission, marts.offer, marts.placement,
-- marts.interview, marts.meeting, marts.agency
with
    keys as (
        select 'search' as mart, search_id as key
        from marts.search
        union all
        select 'opening', opening_id
        from marts.opening
        union all
        select 'submission', submission_id
        from marts.submission
        union all
        select 'offer', submission_id
        from marts.offer
        union all
        select 'placement', placement_id
        from marts.placement
        union all
        select 'interview', interview_id
        from marts.interview
        union all
        select 'meeting', meeting_id
        from marts.meeting
        union all
        select 'agency', agency_id
        from marts.agency
    )
select mart, key, count(*) as times
from keys
group by mart, key
having count(*) > 1
