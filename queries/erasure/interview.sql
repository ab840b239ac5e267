-- grain: interview
-- reads: marts.interview, staging.submissions, staging.gone, staging.common_words
-- note: Words that are nobody else's go, that something was said stays
select
    interview.* replace (
        case
            when gone.candidate_id is null or common_words.words is not null
            then interview.recommendation
            when interview.recommendation is not null
            then 'other words'
        end as recommendation
    )
from marts.interview as interview
left join staging.submissions as submissions on interview.submission_id = submissions.submission_id
left join staging.gone as gone on submissions.candidate_id = gone.candidate_id
left join staging.common_words as common_words on interview.recommendation = common_words.words
