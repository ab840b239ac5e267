-- grain: submission_id
-- reads: marts.submission, marts.search, marts.export
-- with: submissions_in_scope
-- note: the first submission of each person for a search, followed from receipt to a hire, to a no
-- of either side or the end of the search, or to the as-of day. A search that closed before the
-- receipt ends nothing. Excluded: an end before the receipt or without a date
select
    submissions_in_scope."group",
    submissions_in_scope.submission_id,
    submissions_in_scope.search_id,
    case
        when is_hired
        then 'hired'
        when coalesce(withdrawn_on, lost_on, closings.closed_on) is not null
        then 'lost'
        else 'in process'
    end as outcome,
    case
        outcome
        when 'hired'
        then hired_on
        when 'lost'
        then least(withdrawn_on, lost_on, closings.closed_on)
        else greatest(as_of_on, received_on)
    end as ended_on,
    ended_on - received_on as days,
    coalesce(days < 0, true)
    or (
        decision is not distinct from 'rejected' and decided_on is null and outcome <> 'hired'
    ) as is_excluded
from submissions_in_scope
cross join marts.export
left join
    marts.search as closings
    on submissions_in_scope.search_id = closings.search_id
    and submissions_in_scope.received_on <= closings.closed_on
where not is_redundant
