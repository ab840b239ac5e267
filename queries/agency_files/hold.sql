-- keeps: those of searches given to the agency
-- reads: marts.hold, marts.brief
-- with: searches_given
select
    hold.search_id,
    hold.client_id,
    hold.department,
    hold.location,
    hold.role_family,
    hold.level,
    hold.held_from,
    hold.held_until
from marts.hold
semi join searches_given on hold.search_id = searches_given.search_id
