-- grain: entry of an application's history
-- shown_by: raw.application_history
-- reads: shape.stage_entry
-- carries: raw.application_history
-- note: Entered in the company's own system: by HR.
select submission_id, stage, updated_at as entered_at, 'hr' as actor, _file, _line
from shape.stage_entry
where stage is not null
