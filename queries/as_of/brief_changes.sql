-- grain: change of a brief
-- key:
-- reads: typed.brief_changes, typed.export
select brief_changes.*
from typed.brief_changes
cross join typed.export
where brief_changes.changed_at <= export.as_of_at
