-- grain: application for one job (a prospect can have several, or none)
-- reads: raw.application(id, candidate_id, applied_at, rejected_at, rejected_reason_id, source_id,
-- status, prospect, is_deleted, _fivetran_deleted), raw.job_application(application_id, job_id),
-- raw.applications(id, candidate_id, applied_at, rejected_at, rejection_reason, source, status,
-- prospect, jobs), raw.rejection_reason(id, name, type_name), shape.job, shape.source, shape.answer
-- carries: raw.application, raw.applications
-- main: raw.application(id, candidate_id, applied_at) or raw.applications(id, candidate_id,
-- applied_at)
-- note: A source that is not in the export and that no one has decided on is unassigned, unless its
-- name says what it is.
with
    listed as (
        select
            application.id,
            job_application.job_id,
            candidate_id,
            applied_at,
            rejected_at,
            rejection_reason.name as rejection_reason,
            rejection_reason.type_name as rejection_type,
            source_id,
            null as source_name,
            status,
            prospect,
            coalesce(as_flag(is_deleted), as_flag(_fivetran_deleted), false) as is_deleted,
            application._file,
            application._line
        from raw.application
        left join raw.job_application on application.id = job_application.application_id
        left join raw.rejection_reason on application.rejected_reason_id = rejection_reason.id
        union all
        select
            id,
            unnest(case when len(items_of(jobs)) = 0 then [null] else items_of(jobs) end)
            ->> '$.id',
            candidate_id,
            applied_at,
            rejected_at,
            field_of(rejection_reason, '$.name'),
            field_of(rejection_reason, '$.type.name'),
            field_of(source, '$.id'),
            field_of(source, '$.public_name'),
            status,
            prospect,
            false,
            _file,
            _line
        from raw.applications
    ),
    named as (
        select
            listed.* exclude (source_name),
            coalesce(source.name, listed.source_name) as source_name,
            source.source_type,
            source.agency_id as source_agency_id
        from listed
        left join shape.source on listed.source_id = source.id
    )
select
    named.* exclude (source_agency_id),
    case
        when count(*) over (partition by named.id, named._file, named._line) > 1
        then named.id || ':' || named.job_id
        else named.id
    end as submission_id,
    case
        when answer.spelling is not null then answer.agency_id else source_agency_id
    end as agency_id,
    case
        when
            coalesce(answer.agency_id, case when answer.spelling is null then source_agency_id end)
            is not null
        then 'agency'
        when answer.spelling is not null or source_type is not null
        then channel_of(coalesce(source_type, '') || ' ' || source_name)
        when
            regexp_matches(
                source_name,
                '(?i)internal|refer|prospecting|jobs? page|career|website|linkedin|indeed|glassdoor'
            )
        then channel_of(source_name)
        else 'unassigned'
    end as channel,
    case
        when is_deleted
        then 'deleted'
        when job_id is null and coalesce(as_flag(prospect), false)
        then 'prospect_without_job'
        when job_id is null
        then 'no_job'
        when job.why_not is not null
        then 'parent_set_aside'
    end as why_not
from named
left join shape.answer on trim(named.source_name) = answer.spelling
left join
    (select id, max(why_not) as why_not from shape.job group by id) as job on named.job_id = job.id
