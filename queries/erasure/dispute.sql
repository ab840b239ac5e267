-- grain: dispute
-- reads: marts.dispute, staging.submissions, staging.gone, staging.common_words
-- note: Words that are nobody else's go, that something was said stays
select
    dispute.* replace (
        case
            when gone.candidate_id is null or common_words.words is not null
            then dispute.outcome
            when dispute.outcome is not null
            then 'other words'
        end as outcome
    )
from marts.dispute as dispute
left join staging.submissions as submissions on dispute.submission_id = submissions.submission_id
left join staging.gone as gone on submissions.candidate_id = gone.candidate_id
left join staging.common_words as common_words on dispute.outcome = common_words.words
