-- question: How much of what agencies send is redundant, and of what kind?
-- grain: group
-- reads: marts.submission, marts.export
-- with: agency_submissions
-- by: agency, client, department, role_family, quarter
-- unit: agency submission; redundancy_rate is a fraction of all of them
-- attribution: received
-- direction: lower is better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: one class per submission, in the order of the columns; Wilson's interval
-- note: redundant = resubmitted + known_here + collision + post_reject. known_elsewhere is listed
-- and not redundant. unreviewed ones may be repeats of a person that nobody has confirmed
-- yet; they are in no other column. In an agency's own exports what other agencies and the
-- client's own applicants did can't be seen, so known_here and collision are null and
-- redundant is what the agency itself repeated
with visibility as (select owner = 'agency' as is_one_agencys_own from marts.export)
select
    "group",
    count(*) as submissions,
    count(*) filter (where is_redundant) as redundant,
    share(redundant, submissions) as redundancy_rate,
    wilson_low(redundant, submissions) as redundancy_low,
    wilson_high(redundant, submissions) as redundancy_high,
    count(*) filter (where redundancy_class = 'resubmitted') as resubmitted,
    case
        when not is_one_agencys_own then count(*) filter (where redundancy_class = 'known_here')
    end as known_here,
    case
        when not is_one_agencys_own then count(*) filter (where redundancy_class = 'collision')
    end as collision,
    count(*) filter (where redundancy_class = 'post_reject') as post_reject,
    count(*) filter (where redundancy_class = 'known_elsewhere') as known_elsewhere,
    count(*) filter (where is_unreviewed) as unreviewed
from agency_submissions
cross join visibility
group by "group", is_one_agencys_own
order by "group"
