-- grain: move of an opportunity into a stage
-- reads: raw.opportunity_stage_history(opportunity_id, updated_at, stage_id, to_stage_index),
-- raw.opportunities(id, stagechanges), raw.stage(id, text), raw.stages(id, text),
-- raw.interview(stage_id, subject), raw.interviews(stage, subject)
-- carries: raw.opportunity_stage_history
-- note: A stage is known by its name, by Lever's own word for it, or by the interviews that were
-- held
-- in it. Without those it is what the known stage before it in the pipeline is, which is noted.
with
    changes as (
        select
            opportunity_id,
            updated_at as changed_at,
            stage_id,
            try_cast(to_stage_index as integer) as stage_index,
            _file,
            _line
        from raw.opportunity_stage_history
        union all
        select
            opportunity_id,
            change ->> '$.updatedAt',
            change ->> '$.toStageId',
            try_cast(change ->> '$.toStageIndex' as integer),
            _file,
            _line
        from
            (
                select id as opportunity_id, unnest(items_of(stagechanges)) as change, _file, _line
                from raw.opportunities
            )
    ),
    names as (
        select id, text as stage_name, 1 as rank
        from raw.stage
        union all
        select id, text, 1
        from raw.stages
        union all
        select stage_id, split_part(subject, ' - ', 1), 3
        from raw.interview
        union all
        select stage, split_part(subject, ' - ', 1), 3
        from raw.interviews
        union all
        select stage_id, replace(stage_id, '-', ' '), 2
        from changes
        where not regexp_full_match(stage_id, '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}')
    ),
    known as (
        select id, arg_min(stage_of(stage_name), (rank, stage_name)) as stage
        from names
        where stage_of(stage_name) is not null
        group by id
    ),
    pipeline as (
        select changes.stage_index, min(known.stage) as stage
        from changes
        inner join known on changes.stage_id = known.id
        group by changes.stage_index
    ),
    before as (
        select
            stage_index,
            case
                when stage is not null
                then stage
                else last_value(stage ignore nulls) over (order by stage_index)
            end as stage
        from (select distinct stage_index from changes)
        left join pipeline using (stage_index)
    )
select
    changes.*,
    known.stage is null as is_assumed,
    coalesce(known.stage, nullif(before.stage, 'received')) as stage
from changes
left join known on changes.stage_id = known.id
left join before on changes.stage_index = before.stage_index
