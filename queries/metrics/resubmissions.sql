-- question: How much of what an agency sends did it send before?
-- grain: group
-- reads: marts.submission
-- with: agency_submissions
-- by: agency, client, department, role_family, quarter
-- unit: agency submission; resubmitted_rate is a fraction of all of them
-- attribution: received
-- direction: lower is better
-- owner: agency
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: the one kind of redundant submission that an agency's own files show, too: the same agency
-- sent the same person for the same search within its ownership days
select
    "group",
    count(*) as submissions,
    count(*) filter (where redundancy_class = 'resubmitted') as resubmitted,
    share(resubmitted, submissions) as resubmitted_rate,
    wilson_low(resubmitted, submissions) as resubmitted_low,
    wilson_high(resubmitted, submissions) as resubmitted_high
from agency_submissions
group by all
order by "group"
