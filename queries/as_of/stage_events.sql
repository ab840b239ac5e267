-- grain: stage event
-- key:
-- reads: typed.stage_events, typed.export
select stage_events.*
from typed.stage_events
cross join typed.export
where stage_events.entered_at <= export.as_of_at
