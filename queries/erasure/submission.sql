-- grain: submission
-- reads: marts.submission, staging.gone, staging.common_words
-- note: The row stays counted, without a way back to the person
select
    submission.* replace (
        coalesce(gone.new_candidate_id, submission.candidate_id) as candidate_id,
        coalesce(gone.new_person_id, submission.person_id) as person_id,
        case
            when gone.candidate_id is null or a_reason.words is not null
            then submission.decision_reason
            when submission.decision_reason is not null
            then 'other words'
        end as decision_reason,
        case
            when gone.candidate_id is null or why_not.words is not null
            then submission.withdrawal_reason
            when submission.withdrawal_reason is not null
            then 'other words'
        end as withdrawal_reason
    )
from marts.submission as submission
left join staging.gone as gone on submission.candidate_id = gone.candidate_id
left join staging.common_words as a_reason on submission.decision_reason = a_reason.words
left join staging.common_words as why_not on submission.withdrawal_reason = why_not.words
