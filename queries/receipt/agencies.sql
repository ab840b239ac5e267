-- grain: agency_id
-- reads: marts.agency
select agency_id, name from marts.agency order by agency_id
