-- grain: one row
-- reads: marts.present
-- note: what these exports can show; a figure that they can't is null, never 0
select
    count(*) filter (where table_name = 'meetings' and is_present) > 0 as has_meetings,
    count(*) filter (where table_name = 'placements' and is_present) > 0 as has_placements,
    count(*) filter (where table_name = 'brief_changes' and is_present) > 0 as has_brief_changes
from marts.present
