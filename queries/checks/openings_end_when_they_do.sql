-- promise: An opening is filled, open or cancelled; what is open has not ended, what ended has a
-- day
-- grain: opening
-- reads: marts.opening
select opening_id, outcome, ended_on
from marts.opening
where
    not is_excluded
    and (outcome not in ('filled', 'open', 'cancelled') or (outcome = 'open') <> (ended_on is null))
