-- grain: job, whichever way it was exported
-- reads: raw.job(id, name, status, created_at, opened_at, closed_at, is_template,
-- _fivetran_deleted),
-- raw.jobs(id, name, status, created_at, opened_at, closed_at, is_template, departments, offices,
-- hiring_team), raw.job_department(job_id, department_id), raw.department(id, name),
-- raw.job_office(job_id, office_id), raw.office(id, name)
-- carries: raw.job, raw.jobs
-- main: raw.job(id, name, status) or raw.jobs(id, name, status)
-- note: `why_not` says why a job is no search: a template, a draft or deleted.
with
    departments as (
        select job_id, min(name) as department
        from raw.job_department
        inner join raw.department on job_department.department_id = department.id
        group by job_id
    ),
    offices as (
        select job_id, min(name) as location
        from raw.job_office
        inner join raw.office on job_office.office_id = office.id
        group by job_id
    ),
    jobs as (
        select
            job.id,
            job.name,
            job.status,
            coalesce(job.opened_at, job.created_at) as opened_at,
            job.closed_at,
            job.is_template,
            job._fivetran_deleted as is_deleted,
            departments.department,
            offices.location,
            null as hiring_team,
            job._file,
            job._line
        from raw.job
        left join departments on job.id = departments.job_id
        left join offices on job.id = offices.job_id
        union all
        select
            id,
            name,
            status,
            coalesce(opened_at, created_at),
            closed_at,
            is_template,
            null,
            field_of(departments, '$[0].name'),
            field_of(offices, '$[0].name'),
            hiring_team,
            _file,
            _line
        from raw.jobs
    )
select
    *,
    case
        when as_flag(is_deleted)
        then 'deleted'
        when as_flag(is_template)
        then 'template'
        when as_word(status) = 'draft'
        then 'draft'
    end as why_not
from jobs
