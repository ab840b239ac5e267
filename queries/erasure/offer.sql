-- grain: offer
-- reads: marts.offer, staging.submissions, staging.gone, staging.common_words
-- note: Words that are nobody else's go, that something was said stays
select
    offer.* replace (
        case
            when gone.candidate_id is null or common_words.words is not null
            then offer.decline_reason
            when offer.decline_reason is not null
            then 'other words'
        end as decline_reason
    )
from marts.offer as offer
left join staging.submissions as submissions on offer.submission_id = submissions.submission_id
left join staging.gone as gone on submissions.candidate_id = gone.candidate_id
left join staging.common_words as common_words on offer.decline_reason = common_words.words
