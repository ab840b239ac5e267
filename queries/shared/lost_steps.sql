-- grain: submission_id
-- reads: marts.submission, marts.wait, marts.offer, marts.role, marts.export
-- with: agency_submissions
-- note: every agency's candidate who left because another was faster or it took too long, with the
-- one step that was pending then: of several the one most over its limit. Feedback
-- after an interview is owned by the business leader, the day of an interview by both, everything
-- else by whom both agreed on for it, else by HR. An offer that is out waits for the candidate
with
    pending as (
        select
            submission_id,
            'profile' as step,
            'feedback' as task,
            'hr' as usual_owner,
            feedback_days as days,
            reply_days as limit_days
        from agency_submissions
        cross join marts.export
        where feedback_outcome = 'withdrawn'
        union all
        select
            submission_id,
            kind,
            case
                kind
                when 'interview_invite'
                then 'schedule'
                when 'offer_turnaround'
                then 'offer_letter'
            end,
            case
                kind
                when 'interview_feedback'
                then 'business_leader'
                when 'interview_slot'
                then 'both'
                else 'hr'
            end,
            days,
            limit_days
        from marts.wait
        where outcome = 'withdrawn' and not is_excluded
        union all
        select offer.submission_id, 'offer_answer', null, 'candidate', null, null
        from marts.offer as offer
        inner join agency_submissions using (submission_id)
        where withdrawn_on between offer.extended_on and coalesce(offer.answered_on, withdrawn_on)
    ),
    most_over as (
        select *, coalesce(days > limit_days, false) as is_late
        from pending
        qualify
            row_number() over (
                partition by submission_id order by days - limit_days desc nulls last, step
            )
            = 1
    )
select
    lost."group",
    lost.submission_id,
    coalesce(most_over.step, 'nothing') as step,
    coalesce(own.owner, for_all.owner, most_over.usual_owner) as "owner",
    most_over.days,
    coalesce(most_over.is_late, false) as is_late
from agency_submissions as lost
left join most_over using (submission_id)
left join marts.role as own on lost.agency_id = own.agency_id and most_over.task = own.task
left join marts.role as for_all on for_all.agency_id is null and most_over.task = for_all.task
where lost.has_left_for_speed and not lost.is_excluded
