-- grain: case_id
-- reads:
-- note: reads the chain `waits`: working days until what was waited for came; what still waits, or
-- ended without it, is followed until then
select "group", days, 0 as entry_days, case when outcome = 'answered' then 1 else 0 end as cause
from waits
