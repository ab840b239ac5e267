-- question: How many hours of reading did redundant submissions cost?
-- grain: group
-- reads: marts.submission, marts.export
-- with: agency_submissions, whose_files
-- by: agency, client, department, role_family, quarter
-- unit: agency submission; hours
-- attribution: received
-- direction: lower is better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: redundant submissions times an assumed number of minutes each
-- note: minutes_each is an assumption, 30 unless asked otherwise with the parameter minutes_each,
-- and always stands beside the hours. Redundant as in redundant_submissions: null in an agency's
-- own files, which show only what it sent twice
select
    "group",
    count(*) as submissions,
    case when not is_agencys_own then count(*) filter (where is_redundant) end as redundant,
    coalesce($minutes_each, 30)::double as minutes_each,
    redundant * coalesce($minutes_each, 30) / 60 as hours
from agency_submissions
cross join whose_files
group by "group", is_agencys_own
order by "group"
