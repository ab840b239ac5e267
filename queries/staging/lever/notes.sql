-- grain: remark on a row that was read
-- reads: shape.requisition, shape.opportunity, shape.stage_change, shape.posting
select
    _file,
    _line,
    'searches' as table_name,
    'status' as column_name,
    'pay_band_reversed' as rule,
    'the lowest pay of its band is above the highest' as reason,
    pay_min || ' > ' || pay_max as value
from shape.requisition
where try_cast(pay_min as decimal(18, 4)) > try_cast(pay_max as decimal(18, 4))
union all
select
    _file,
    _line,
    'submissions',
    'channel',
    'source_unassigned',
    'nothing says which agency it came from, or whether from one',
    coalesce(brought_by, origin)
from shape.opportunity
where channel = 'unassigned' and why_not is null
union all
select
    _file,
    _line,
    'submissions',
    'decision',
    'archived_unknown',
    'archived for a reason that was not exported: neither rejected nor withdrawn',
    archived_reason_id
from shape.opportunity
where archived_at is not null and archive_reason is null and why_not is null
union all
select
    _file,
    _line,
    'stage_events',
    'stage',
    'stage_assumed',
    'its name was not exported: read as ' || stage || ', which comes before it',
    stage_id
from shape.stage_change
where is_assumed and stage is not null
union all
select
    _file,
    _line,
    'searches',
    'search_id',
    'known_from_opportunities',
    'its posting is not in the export: open since its first opportunity',
    search_id
from shape.opportunity
where
    search_id is not null
    and not exists (from shape.requisition)
    and not exists (from shape.posting)
