-- grain: hire that the history or a filled opening shows
-- reads: shape.stage_entry, shape.opening, shape.application
-- note: The history knows the moment; without it, the opening closed with the hire.
with
    shown as (
        select submission_id, updated_at as hired_at, 1 as rank, _file, _line
        from shape.stage_entry
        where stage = 'hired'
        union all
        select application.submission_id, opening.closed_at, 2, opening._file, opening._line
        from shape.opening
        inner join shape.application on opening.application_id = application.id
        where opening.outcome = 'filled' and opening.closed_at is not null
    )
select shown.*
from shown
semi join shape.application on shown.submission_id = application.submission_id
qualify row_number() over (partition by submission_id order by rank, hired_at, _file, _line) = 1
