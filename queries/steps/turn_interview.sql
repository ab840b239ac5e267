-- grain: turn that an interview gives
-- key:
-- reads: steps.in_process, steps.sign, staging.interviews, staging.export
-- as: view
-- note: From the invitation to the day of the interview it is the business leader's turn, whose
-- diary has the days; one that was moved before its day keeps its first invitation. From an
-- interview that was cancelled or that nobody came to it is HR's, until
-- another invitation, an offer or a decision; after one that was held it is the business leader's,
-- until the feedback or such a sign. Where no interview has feedback in these files, none is seen.
with
    interviews as (
        select
            interviews.*,
            in_process.search_id,
            in_process.gone_on,
            coalesce(ended_at, scheduled_for) as over_at,
            coalesce(ended_on, scheduled_for_on) as over_on,
            case
                status when 'held' then over_at else coalesce(invited_at, scheduled_for)
            end as signs_from
        from staging.interviews
        inner join steps.in_process using (submission_id)
    ),
    appointments as (
        select
            *,
            count(*) filter (where is_new) over (
                partition by submission_id
                order by invited_at, interview_id
                rows unbounded preceding
            ) as appointment
        from
            (
                select
                    *,
                    not coalesce(
                        lag(status) over by_invitation = 'cancelled'
                        and lag(scheduled_for) over by_invitation >= invited_at,
                        false
                    ) as is_new
                from interviews
                where invited_at is not null
                window
                    by_invitation as (partition by submission_id order by invited_at, interview_id)
            )
    ),
    ends as (
        select interviews.interview_id, min(sign.shown_on) as shown_on
        from interviews
        inner join steps.sign using (submission_id)
        where sign.shown_at > interviews.signs_from
        group by interviews.interview_id
    )
select
    'interview' as step,
    search_id,
    submission_id,
    min(invited_at) as started_at,
    min(invited_on) as started_on,
    least(arg_max(scheduled_for_on, invited_at), any_value(gone_on)) as ended_on,
    5 as limit_days
from appointments
group by search_id, submission_id, appointment
union all
select
    'invitation',
    search_id,
    submission_id,
    scheduled_for,
    scheduled_for_on,
    least(shown_on, gone_on),
    2
from interviews
left join ends using (interview_id)
where status in ('cancelled', 'no_show')
union all
select
    'feedback',
    search_id,
    submission_id,
    over_at,
    over_on,
    least(coalesce(feedback_on, shown_on), gone_on),
    reply_days
from interviews
cross join staging.export
left join ends using (interview_id)
where status = 'held' and (select count(feedback_at) > 0 from staging.interviews)
