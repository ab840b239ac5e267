-- grain: application with a start date
-- shown_by: shape.candidates(started_on)
-- reads: shape.applications
-- carries: raw.candidates
select
    'start ' || submission_id as placement_id,
    submission_id,
    started_day as started_on,
    _file,
    _line
from shape.applications
where is_counted and started_day is not null
