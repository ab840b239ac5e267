-- keeps: stage events of the agency's own submissions
-- reads: marts.stage_event, marts.submission
select
    stage_event.submission_id,
    stage_event.search_id,
    stage_event.stage,
    stage_event.entered_at,
    stage_event.entered_on,
    stage_event.actor,
    stage_event.is_backward
from marts.stage_event
semi join
    (select submission_id from marts.submission where agency_id = $agency_id) as own using (
        submission_id
    )
