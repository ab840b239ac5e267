-- keeps: the agency's own rows
-- reads: marts.brief_opening
select opening_id, agency_id from marts.brief_opening where agency_id = $agency_id
