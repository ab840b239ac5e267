-- grain: submission
-- key: submission_id
-- reads: typed.submissions, typed.searches, typed.export
-- note: What was decided, withdrawn or consented later was not yet so. What came in
-- before its search was opened waits for it.
select
    submissions.* replace (
        case
            when submissions.consent_at <= export.as_of_at then submissions.consent_at
        end as consent_at,
        case
            when submissions.consent_at <= export.as_of_at then submissions.consent_on
        end as consent_on,
        case
            when submissions.decided_at <= export.as_of_at then submissions.decided_at
        end as decided_at,
        case
            when submissions.decided_at <= export.as_of_at then submissions.decided_on
        end as decided_on,
        case
            when submissions.decided_at > export.as_of_at then null else submissions.decision
        end as decision,
        case
            when submissions.decided_at > export.as_of_at then null else submissions.decision_reason
        end as decision_reason,
        case
            when submissions.decided_at > export.as_of_at then null else submissions.decided_by
        end as decided_by,
        case
            when submissions.withdrawn_at <= export.as_of_at then submissions.withdrawn_at
        end as withdrawn_at,
        case
            when submissions.withdrawn_at <= export.as_of_at then submissions.withdrawn_on
        end as withdrawn_on,
        case
            when submissions.withdrawn_at > export.as_of_at
            then null
            else submissions.withdrawal_reason
        end as withdrawal_reason
    )
from typed.submissions
cross join typed.export
where
    submissions.received_at <= export.as_of_at
    and submissions.search_id
    in (select search_id from typed.searches cross join typed.export where opened_on <= as_of_on)
