-- grain: search_id
-- reads: marts.brief
-- note: the searches that were given to the agency whose file is made
select search_id from marts.brief where agency_id = $agency_id
