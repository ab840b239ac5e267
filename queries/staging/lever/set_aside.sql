-- grain: row that is no search, submission or the like
-- reads: shape.requisition, shape.posting, shape.opportunity, shape.application,
-- shape.stage_change,
-- shape.interview, shape.offer
select
    _file,
    _line,
    'searches' as table_name,
    'status' as column_name,
    why_not as rule,
    case
        why_not when 'draft' then 'not yet a job that is searched for' else 'deleted in Lever'
    end as reason,
    id as value
from
    (
        select *
        from shape.requisition
        union all by name
        select *
        from shape.posting
    )
where why_not is not null
union all
select
    _file,
    _line,
    'submissions',
    'search_id',
    why_not,
    'no application says which posting it is for',
    id
from shape.opportunity
where why_not is not null
union all
select
    _file,
    _line,
    'submissions',
    'submission_id',
    'parent_missing',
    'its opportunity is not in the export',
    opportunity_id
from shape.application
anti join shape.opportunity on application.opportunity_id = opportunity.id
union all
select
    _file,
    _line,
    'stage_events',
    'stage',
    'unknown_stage',
    'nothing says which stage this is',
    stage_id
from shape.stage_change
where stage is null
union all
select
    _file,
    _line,
    'interviews',
    'submission_id',
    'no_opportunity',
    'nothing says whose interview it was',
    id
from shape.interview
where opportunity_id is null
union all
select
    _file,
    _line,
    'offers',
    'extended_at',
    'not_sent',
    'a draft: it was not sent to the candidate',
    id
from shape.offer
where is_unsent
