-- grain: submission of a person who was live on another search when it came in
-- key: submission_id
-- reads: steps.repeat_submission
-- note: Live unless rejected or withdrawn before. Counted by a sweep over receipts and ends, so
-- that a person on very many searches costs no more than the rows there are. At one instant
-- receipts come first: what ends then did not end before.
with
    changes as (
        select
            person_id,
            search_id,
            submission_id,
            received_at as changed_at,
            true as is_receipt,
            case when ended_at < received_at then 0 else 1 end as change
        from steps.repeat_submission
        union all
        select person_id, search_id, submission_id, ended_at, false, -1
        from steps.repeat_submission
        where ended_at >= received_at
    ),
    live_counts as (
        select
            submission_id,
            is_receipt,
            sum(change) over (
                partition by person_id
                order by changed_at, is_receipt desc, submission_id
                rows between unbounded preceding and 1 preceding
            ) as live_anywhere,
            sum(change) over (
                partition by person_id, search_id
                order by changed_at, is_receipt desc, submission_id
                rows between unbounded preceding and 1 preceding
            ) as live_here
        from changes
    )
select submission_id
from live_counts
where is_receipt and live_anywhere > coalesce(live_here, 0)
