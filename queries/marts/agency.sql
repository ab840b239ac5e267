-- grain: agency
-- key: agency_id
-- reads: staging.agencies, staging.export
-- order: agency_id
-- note: Where nothing was agreed, the settings hold: 180 days of ownership, 90 of guarantee, a
-- meeting every 14 days, unless somebody set others.
select
    agencies.agency_id,
    agencies.name,
    coalesce(agencies.ownership_days, export.ownership_days) as ownership_days,
    coalesce(agencies.guarantee_days, export.guarantee_days) as guarantee_days,
    coalesce(agencies.meeting_interval_days, export.meeting_interval_days) as meeting_interval_days,
    agencies.fee_rate
from staging.agencies
cross join staging.export
