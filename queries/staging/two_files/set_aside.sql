-- grain: row of the candidates file that no search can be found for
-- reads: shape.applications
select
    _file,
    _line,
    'submissions' as table_name,
    'search_id' as column_name,
    'job_named_twice' as rule,
    'several searches have this title, so it does not say which' as reason,
    job as value
from shape.applications
where is_ambiguous_job and not is_repeated
union all
select
    _file,
    _line,
    'submissions',
    null,
    'repeated_row',
    'the same as line ' || first_line || ' of this file',
    null
from shape.applications
where is_repeated
