-- question: How far do submissions get, from receipt to a start?
-- grain: group
-- reads: marts.submission, marts.export
-- with: submissions_in_scope, whose_files
-- by: agency, channel, client, department, quarter
-- unit: submission
-- attribution: received
-- direction: higher is better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: counts
-- note: submissions = received less redundant, and every step after it counts those only; what did
-- not come from an agency is never redundant. A step is implied by any later one. A step
-- that the exports can't show is null. In an agency's own files only what it sent twice is taken
-- off, and redundant is null
select
    "group",
    count(*) as received,
    case when not is_agencys_own then count(*) filter (where is_redundant) end as redundant,
    count(*) filter (where not is_redundant) as submissions,
    case
        when count(*) filter (where not is_redundant and is_interviewed is null) = 0
        then count(*) filter (where not is_redundant and is_interviewed)
    end as interviewed,
    case
        when count(*) filter (where not is_redundant and is_offered is null) = 0
        then count(*) filter (where not is_redundant and is_offered)
    end as offered,
    case
        when count(*) filter (where not is_redundant and is_accepted is null) = 0
        then count(*) filter (where not is_redundant and is_accepted)
    end as accepted,
    case
        when count(*) filter (where not is_redundant and is_started is null) = 0
        then count(*) filter (where not is_redundant and is_started)
    end as started
from submissions_in_scope
cross join whose_files
group by "group", is_agencys_own
order by "group"
