-- question: How many of the logged meetings were formal, how many informal?
-- grain: group
-- reads: marts.meeting
-- with: meetings_in_scope
-- by: agency, client, quarter
-- unit: held meeting; formal_share is a fraction of those whose formality is known
-- attribution: met
-- direction: neither; informal contact is logged too rarely to be scored
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
select
    "group",
    count(*) as held,
    count(*) filter (where formality = 'formal') as formal,
    count(*) filter (where formality = 'informal') as informal,
    count(*) filter (where formality is null) as not_logged,
    share(formal, formal + informal) as formal_share,
    wilson_low(formal, formal + informal) as formal_low,
    wilson_high(formal, formal + informal) as formal_high
from meetings_in_scope
where status = 'held'
group by all
order by "group"
