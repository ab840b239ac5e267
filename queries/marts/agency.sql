-- grain: agency
-- key: agency_id
-- reads: staging.agencies
-- order: agency_id
-- note: Where nothing was agreed: ownership 180 days, guarantee 90 days, a meeting every 14 days.
select
    agency_id,
    name,
    coalesce(ownership_days, 180) as ownership_days,
    coalesce(guarantee_days, 90) as guarantee_days,
    coalesce(meeting_interval_days, 14) as meeting_interval_days,
    fee_rate
from staging.agencies
