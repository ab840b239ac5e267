-- keeps: what was agreed with the agency, or for all agencies
-- reads: marts.role
select task, agency_id, "owner" from marts.role where agency_id = $agency_id or agency_id is null
