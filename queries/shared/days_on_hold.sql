-- grain: search_id, held_on
-- reads: marts.hold, marts.export
-- note: the days on which a search was on hold, each once however many holds cover it; the day it
-- ends is none of them
select distinct
    search_id,
    unnest(range(held_from, coalesce(held_until, as_of_on), interval 1 day))::date as held_on
from marts.hold
cross join marts.export
