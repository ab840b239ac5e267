-- grain: candidate in process
-- key: submission_id
-- reads: steps.in_process, steps.last_word
-- as: view
-- note: While somebody is past the profile, or the day of HR's decision is not on file, something
-- may be pending although no turn of theirs is seen. After a last word that says no, nothing is.
with
    refusals as (
        select submission_id, max(feedback_on) as feedback_on
        from steps.last_word
        group by submission_id
        having first(is_yes order by feedback_at desc, interview_id desc) is false
    )
select
    'unclear' as step,
    search_id,
    submission_id,
    null::timestamptz as started_at,
    case
        when is_agencys and exclusion_reason is not null
        then received_on
        else least(yes_on, seen_on)
    end as started_on,
    least(gone_on, refusals.feedback_on) as ended_on,
    null::integer as limit_days
from steps.in_process
left join refusals using (submission_id)
where coalesce(yes_on, seen_on) is not null or (is_agencys and exclusion_reason is not null)
