-- grain: remark on a row that was read
-- reads: shape.applications, shape.jobs
select
    _file,
    _line,
    'submissions' as table_name,
    'channel' as column_name,
    'source_unassigned' as rule,
    'nobody has said whether this source is an agency' as reason,
    source as value
from shape.applications
where channel = 'unassigned'
union all
select
    _file,
    _line,
    'searches',
    'status',
    'closed_without_outcome',
    'only called closed: filled where someone was hired, else cancelled',
    'closed'
from shape.jobs
where status = 'closed'
union all
select
    _file,
    _line,
    'submissions',
    'stage',
    'stage_without_date',
    'hired, but no day of the hire: no offer can be counted',
    stage
from shape.applications
where is_hired and coalesce(offer_day, hired_day) is null
