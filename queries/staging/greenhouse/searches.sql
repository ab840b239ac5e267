-- grain: job, or a job known only from its openings
-- reads: shape.job, shape.opening, shape.application, raw.hiring_team(job_id, role, user_id),
-- raw.user(id, first_name, last_name)
-- carries: raw.job, raw.jobs
-- note: A job is only called closed: it was filled where one of its openings or applications was.
with
    filled_jobs as (
        select job_id
        from shape.opening
        where outcome = 'filled'
        union
        select job_id
        from shape.application
        where as_word(status) = 'hired'
    ),
    team as (
        select
            job_id,
            min(concat_ws(' ', first_name, last_name)) filter (
                where role = 'recruiters'
            ) as hr_partner,
            min(concat_ws(' ', first_name, last_name)) filter (
                where role = 'hiring_managers'
            ) as business_leader
        from raw.hiring_team
        inner join raw."user" on hiring_team.user_id = "user".id
        group by job_id
    ),
    known_from_openings as (
        select
            job_id,
            'Job ' || job_id as title,
            min(opened_at) as opened_at,
            case when bool_and(outcome <> 'open') then max(closed_at) end as closed_at,
            case
                when bool_or(outcome = 'open')
                then 'open'
                when bool_or(outcome = 'filled')
                then 'filled'
                else 'cancelled'
            end as status,
            arg_min(_file, (_file, _line)) as _file,
            arg_min(_line, (_file, _line)) as _line
        from shape.opening
        where not is_job_known and job_id is not null
        group by job_id
    )
select
    job.id as search_id,
    job.name as title,
    job.opened_at as opened_on,
    job.closed_at as closed_on,
    case
        when search_status_of(job.status) <> 'closed'
        then search_status_of(job.status)
        when job.id in (select job_id from filled_jobs)
        then 'filled'
        when search_status_of(job.status) = 'closed'
        then 'cancelled'
        else job.status
    end as status,
    job.department,
    job.location,
    coalesce(team.hr_partner, field_of(job.hiring_team, '$.recruiters[0].name')) as hr_partner,
    coalesce(
        team.business_leader, field_of(job.hiring_team, '$.hiring_managers[0].name')
    ) as business_leader,
    job._file,
    job._line
from shape.job
left join team on job.id = team.job_id
where job.why_not is null
union all by name
select
    job_id as search_id, title, opened_at as opened_on, closed_at as closed_on, status, _file, _line
from known_from_openings
