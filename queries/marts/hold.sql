-- grain: hold
-- key: search_id, held_from
-- reads: staging.holds, marts.search
-- order: held_from, search_id
-- note: held_until is empty while the hold goes on.
select
    search.search_id,
    search.client_id,
    search.department,
    search.location,
    search.role_family,
    search.level,
    holds.held_from,
    holds.held_until
from staging.holds
inner join marts.search using (search_id)
