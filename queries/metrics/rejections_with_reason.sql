-- question: When HR says no, does the agency learn why?
-- grain: group
-- reads: marts.submission
-- needs: submissions
-- with: rejections_in_scope
-- by: agency, client, department, quarter
-- unit: rejection of an agency's submission; reason_rate is a fraction
-- attribution: decided
-- direction: higher is better
-- owner: hr
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: a reason that tells nothing ("not suitable", "other"; the list is is_usable_reason in
-- macros.sql) counts as none, and so does a rejection in bulk when the search closed. Null where
-- no submission in the exports has a reason
select
    "group",
    count(*) as rejections,
    case when count(has_reason) > 0 then count(*) filter (where has_reason) end as with_reason,
    share(with_reason, rejections) as reason_rate,
    wilson_low(with_reason, rejections) as reason_low,
    wilson_high(with_reason, rejections) as reason_high
from rejections_in_scope
group by all
order by "group"
