-- question: How much of what agencies send is redundant, and of what kind?
-- grain: group
-- reads: marts.submission, marts.export
-- with: agency_submissions, whose_files
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
-- yet; they are in no other column. In an agency's own files only resubmitted can be seen: what
-- other agencies sent, whom the client knew and whom it had refused from others is null, and so is
-- redundant, which is the sum of all
select
    "group",
    count(*) as submissions,
    case when not is_agencys_own then count(*) filter (where is_redundant) end as redundant,
    share(redundant, submissions) as redundancy_rate,
    wilson_low(redundant, submissions) as redundancy_low,
    wilson_high(redundant, submissions) as redundancy_high,
    count(*) filter (where redundancy_class = 'resubmitted') as resubmitted,
    case
        when not is_agencys_own then count(*) filter (where redundancy_class = 'known_here')
    end as known_here,
    case
        when not is_agencys_own then count(*) filter (where redundancy_class = 'collision')
    end as collision,
    case
        when not is_agencys_own then count(*) filter (where redundancy_class = 'post_reject')
    end as post_reject,
    case
        when not is_agencys_own then count(*) filter (where redundancy_class = 'known_elsewhere')
    end as known_elsewhere,
    count(*) filter (where is_unreviewed) as unreviewed
from agency_submissions
cross join whose_files
group by "group", is_agencys_own
order by "group"
