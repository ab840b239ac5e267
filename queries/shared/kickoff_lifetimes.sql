-- grain: search_id, agency_id
-- reads: marts.brief
-- with: briefs_in_scope
-- note: business days from the brief until a kickoff was held; one held before the brief has none
select
    "group",
    coalesce(kickoff_lead_days, working_days_since) as days,
    0 as entry_days,
    case when kickoff_on is not null then 1 else 0 end as cause
from briefs_in_scope
where is_due is not null
