-- keeps: the agency itself
-- reads: marts.agency
select agency_id, name, ownership_days, guarantee_days, meeting_interval_days, fee_rate
from marts.agency
where agency_id = $agency_id
