-- grain: submission_id, kind
-- reads: marts.submission, marts.wait, marts.export
-- with: agency_submissions
-- note: every wait of an agency's candidate for HR or the business leader, by the day the
-- submission
-- was received: the answer to the profile, the invitation, the feedback after an interview, the
-- offer
with
    waits as (
        select
            submission_id,
            'profile' as kind,
            feedback_outcome as outcome,
            feedback_days as days,
            reply_days as limit_days
        from agency_submissions
        cross join marts.export
        where not is_excluded and feedback_outcome is not null
        union all
        select submission_id, kind, outcome, days, limit_days
        from marts.wait
        where
            kind in ('interview_invite', 'interview_feedback', 'offer_turnaround')
            and not is_excluded
    )
select
    "group",
    submission_id,
    kind,
    outcome = 'withdrawn' as is_withdrawn,
    days,
    limit_days,
    days > limit_days as is_late
from waits
inner join agency_submissions using (submission_id)
