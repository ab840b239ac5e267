-- grain: opening_id, agency_id
-- reads: marts.opening, marts.brief_opening
-- with: openings_in_scope
select "group", clock_days as days, clock_entry_days as entry_days, cause
from openings_in_scope
where not is_excluded
