-- grain: move into a stage, or the archiving for a reason that is known
-- shown_by: raw.opportunity_stage_history, raw.opportunities(stagechanges)
-- reads: shape.stage_change, shape.opportunity
-- carries: raw.opportunity_stage_history
-- note: Entered in the company's own system: by HR, except where the candidate withdrew.
select
    opportunity_id as submission_id,
    stage,
    from_epoch_milliseconds(changed_at) as entered_at,
    'hr' as actor,
    _file,
    _line
from shape.stage_change
where stage is not null
union all
select
    id,
    case when stage_of(archive_reason) = 'hired' then 'hired' else 'ended' end,
    from_epoch_milliseconds(archived_at),
    case when not is_candidates_decision(archive_reason) then 'hr' end,
    _file,
    _line
from shape.opportunity
where archive_reason is not null and archived_at is not null and why_not is null
