-- grain: opening
-- shown_by: raw.job_opening, raw.job_openings, raw.jobs(openings)
-- reads: shape.opening, shape.application
-- carries: raw.job_opening, raw.job_openings
select
    opening.id as opening_id,
    opening.job_id as search_id,
    opening.opened_at as opened_on,
    opening.closed_at as closed_on,
    opening.outcome,
    coalesce(application.submission_id, opening.application_id) as filled_by_submission_id,
    opening._file,
    opening._line
from shape.opening
left join
    shape.application
    on opening.application_id = application.id
    and (opening.job_id = application.job_id or application.submission_id = application.id)
where opening.why_not is null and opening.job_id is not null
