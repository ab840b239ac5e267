-- grain: opening of a job
-- reads: raw.job_opening(id, job_id, application_id, opened_at, closed_at, status,
-- close_reason_id),
-- raw.jobs(id, openings), raw.job_openings(id, job_id, application_id, opened_at, closed_at,
-- status,
-- close_reason), raw.close_reason(id, name), raw.close_reasons(id, name), shape.job
-- carries: raw.job_opening, raw.job_openings
-- note: The key is `id`; `opening_id` is a business code that repeats. Closed with a hire, or for a
-- reason that says hired, is filled; closed otherwise is cancelled.
with
    reasons as (
        select id, name
        from raw.close_reason
        union
        select id, name
        from raw.close_reasons
    ),
    nested as (
        select id as job_id, unnest(items_of(openings)) as opening, _file, _line from raw.jobs
    ),
    openings as (
        select
            job_opening.id,
            job_id,
            application_id,
            opened_at,
            closed_at,
            status,
            reasons.name as close_reason,
            _file,
            _line
        from raw.job_opening
        left join reasons on job_opening.close_reason_id = reasons.id
        union all
        select
            opening ->> '$.id',
            job_id,
            opening ->> '$.application_id',
            opening ->> '$.opened_at',
            opening ->> '$.closed_at',
            opening ->> '$.status',
            opening ->> '$.close_reason.name',
            _file,
            _line
        from nested
        union all
        select
            id,
            job_id,
            application_id,
            opened_at,
            closed_at,
            status,
            field_of(close_reason, '$.name'),
            _file,
            _line
        from raw.job_openings
    )
select
    openings.*,
    job.id is not null as is_job_known,
    job.why_not,
    case
        when as_word(openings.status) <> 'closed'
        then as_word(openings.status)
        when openings.application_id is not null or regexp_matches(close_reason, '(?i)\bhire')
        then 'filled'
        else 'cancelled'
    end as outcome
from openings
left join
    (select id, max(why_not) as why_not from shape.job group by id) as job
    on openings.job_id = job.id
