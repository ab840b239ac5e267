-- keeps: what was agreed with the agency, or for all agencies
-- reads: marts.target
-- note: Not who agreed: that may be a person.
select agency_id, metric, floor, target, agreed_on, null::varchar as agreed_by
from marts.target
where agency_id = $agency_id or agency_id is null
