-- grain: hold
-- key: search_id, held_from
-- reads: typed.holds, typed.export
-- note: A hold that ends later, known or planned, was still on.
select
    holds.* replace (
        case when holds.held_until <= export.as_of_on then holds.held_until end as held_until
    )
from typed.holds
cross join typed.export
where holds.held_from <= export.as_of_on
