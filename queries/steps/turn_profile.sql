-- grain: turn of HR before the first interview of a candidate
-- key:
-- reads: steps.in_process, staging.interviews, staging.stage_events, staging.export
-- as: view
-- note: The answer to an agency's profile is HR's turn, until an invitation or an offer shows that
-- there was one; applications by other ways are not owed one. After the yes it is the invitation,
-- where these files show invitations or the day of the stage.
with
    visible as (
        select
            (select count(invited_at) > 0 from staging.interviews)
            or (
                select count(*) > 0 from staging.stage_events where stage = 'interview'
            ) as shows_invitations
    )
select
    'profile' as step,
    search_id,
    submission_id,
    received_at as started_at,
    received_on as started_on,
    least(answered_on, seen_on, gone_on) as ended_on,
    reply_days as limit_days
from steps.in_process
cross join staging.export
where is_agencys and exclusion_reason is null
union all
select 'invitation', search_id, submission_id, yes_at, yes_on, least(seen_on, gone_on), 2
from steps.in_process
cross join visible
where yes_on is not null and is_invitation_dated and shows_invitations
