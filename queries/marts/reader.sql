-- grain: the whole file
-- key:
-- reads:
-- order: agency_id
-- note: Whose file this is: nobody's in HR's, which holds everything. In an agency's own file
-- its id.
select null::varchar as agency_id
