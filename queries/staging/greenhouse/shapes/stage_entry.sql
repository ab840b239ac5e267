-- grain: entry of an application's history
-- reads: raw.application_history(application_id, updated_at, new_stage_id, new_status),
-- raw.job_stage(id, name), raw.job_stages(id, name), shape.application
-- carries: raw.application_history
with
    stages as (
        select id, name
        from raw.job_stage
        union
        select id, name
        from raw.job_stages
    )
select
    coalesce(application.submission_id, history.application_id) as submission_id,
    case
        as_word(history.new_status)
        when 'hired'
        then 'hired'
        when 'rejected'
        then 'ended'
        else stage_of(stages.name)
    end as stage,
    coalesce(stages.name, history.new_stage_id) as stage_name,
    history.updated_at,
    history._file,
    history._line
from raw.application_history as history
left join stages on history.new_stage_id = stages.id
left join shape.application on history.application_id = application.id
