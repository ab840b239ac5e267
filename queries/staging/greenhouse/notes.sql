-- grain: remark on a row that was read
-- reads: shape.job, shape.opening, shape.application, shape.hire, shape.offer
select
    _file,
    _line,
    'openings' as table_name,
    'outcome' as column_name,
    'closed_without_hire' as rule,
    'closed, and no hire is on file: cancelled' as reason,
    id as value
from shape.opening
where outcome = 'cancelled' and why_not is null
union all
select
    _file,
    _line,
    'searches',
    'search_id',
    'known_from_openings',
    'its job is not in the export: known only from its openings',
    job_id
from shape.opening
where not is_job_known and job_id is not null
union all
select
    _file,
    _line,
    'submissions',
    'channel',
    'source_unassigned',
    'nothing says whether this source is an agency',
    coalesce(source_name, source_id)
from shape.application
where channel = 'unassigned' and why_not is null
union all
select
    _file,
    _line,
    'offers',
    'offer_id',
    'derived',
    'hired, and no accepted offer is on file: counted as offered and accepted then',
    submission_id
from shape.hire
anti join (select submission_id from shape.offer where outcome = 'accepted') using (submission_id)
