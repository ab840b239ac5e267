-- grain: feedback after which nothing that was arranged before it is left
-- key: interview_id
-- reads: steps.in_process, steps.sign, staging.interviews
-- note: What it said, and what came after it: yes where it says so or an invitation or an offer
-- followed, no where it says anything else, and unknown where it says nothing.
with
    words as (
        select submission_id, interview_id, feedback_at, feedback_on, recommendation
        from staging.interviews as told
        where
            feedback_at is not null
            and not exists (
                select 1
                from staging.interviews as other
                where
                    other.submission_id = told.submission_id
                    and other.interview_id <> told.interview_id
                    and other.status in ('held', 'scheduled')
                    and coalesce(other.invited_at, other.scheduled_for) <= told.feedback_at
                    and coalesce(other.feedback_at > told.feedback_at, true)
            )
    ),
    followed as (
        select
            words.*,
            min(sign.shown_on) as shown_on,
            min(sign.shown_at) filter (where sign.kind <> 'decision')
            = min(sign.shown_at) as is_taken_on
        from words
        left join
            steps.sign
            on words.submission_id = sign.submission_id
            and words.feedback_at < sign.shown_at
        group by all
    )
select
    in_process.search_id,
    followed.submission_id,
    followed.interview_id,
    followed.feedback_at,
    followed.feedback_on,
    followed.shown_on,
    in_process.gone_on,
    case
        when is_yes(recommendation) or coalesce(is_taken_on, false)
        then true
        when recommendation is not null
        then false
    end as is_yes
from followed
inner join steps.in_process using (submission_id)
