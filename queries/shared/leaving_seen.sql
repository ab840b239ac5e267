-- grain: one row
-- reads: marts.placement
-- note: files that say nothing of a hire but its first day don't show whether anybody left
select
    coalesce(
        bool_or(
            left_on is not null
            or leave_reason is not null
            or fee_amount is not null
            or manager_rating is not null
        ),
        false
    ) as is_leaving_seen
from marts.placement
