-- grain: row that is no search, submission or the like
-- reads: shape.job, shape.opening, shape.application, shape.stage_entry, shape.offer
with
    reasons(why_not, reason) as (
        values
            ('template', 'a template that jobs are copied from, not a job'),
            ('draft', 'a draft, not yet a job that is searched for'),
            ('deleted', 'deleted in Greenhouse'),
            ('prospect_without_job', 'a prospect whom nobody has put forward for a job'),
            ('no_job', 'no job is named for it'),
            ('parent_set_aside', 'its job was set aside')
    ),
    left_out as (
        select
            'searches' as table_name, 'search_id' as column_name, why_not, id as value, _file, _line
        from shape.job
        union all
        select 'submissions', 'search_id', why_not, id, _file, _line
        from shape.application
        union all
        select
            'openings',
            'search_id',
            case
                when job_id is null then 'no_job' when why_not is not null then 'parent_set_aside'
            end,
            id,
            _file,
            _line
        from shape.opening
    )
select distinct _file, _line, table_name, column_name, why_not as rule, reason, value
from left_out
inner join reasons using (why_not)
union all by name
select
    _file,
    _line,
    'stage_events' as table_name,
    'stage' as column_name,
    'unknown_stage' as rule,
    'nothing says which stage this is' as reason,
    stage_name as value
from shape.stage_entry
where stage is null
union all by name
select
    _file,
    _line,
    'offers' as table_name,
    'extended_at' as column_name,
    'not_sent' as rule,
    'a draft: it was not sent to the candidate' as reason,
    id as value
from shape.offer
where is_unsent
