-- grain: submission_id
-- reads: marts.submission, marts.export
-- with: agency_submissions
-- note: an agency's submissions that are 30 calendar days old or older, without those whose dates
-- contradict each other and those that were withdrawn, or rejected in bulk at closure, by the 30th
-- day. is_silent = no answer by then, answered later or not
with
    followed as (
        select
            "group",
            submission_id,
            feedback_outcome,
            not coalesce(answered_on <= received_on + 30, false) as is_silent,
            case
                feedback_outcome
                when 'withdrawn'
                then withdrawn_on <= received_on + 30
                when 'bulk_closed'
                then decided_on <= received_on + 30
                else false
            end as is_over_by_30
        from agency_submissions
        cross join marts.export
        where not is_excluded and received_on + 30 <= as_of_on
    )
select "group", submission_id, feedback_outcome, is_silent
from followed
where not is_over_by_30
