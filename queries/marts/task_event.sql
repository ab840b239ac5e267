-- grain: thing that one side did in an agency's candidacy
-- key:
-- reads: staging.submissions, steps.latest_offer, marts.submission, marts.role
-- order: done_on, submission_id, task, actor
-- note: What the exports tell of who did what: the decision on a profile is feedback, leading a
-- negotiation is negotiating. Who moved a candidate to a stage says only who keeps the system. The
-- owner is the one agreed with the agency, else the one agreed for all. Who did it is empty where
-- the exports don't say.
with
    events as (
        select submission_id, 'feedback' as task, decided_by as actor, decided_on as done_on
        from staging.submissions
        where decision is not null and decided_on is not null
        union all
        select submission_id, 'negotiate', negotiation_led_by, extended_on
        from steps.latest_offer
        where negotiation_led_by is distinct from 'none'
    )
select
    submission.search_id,
    submission.client_id,
    submission.department,
    submission.location,
    submission.role_family,
    submission.level,
    events.submission_id,
    submission.agency_id,
    events.task,
    events.actor,
    events.done_on,
    coalesce(own.owner, for_all.owner) as owner
from events
inner join marts.submission using (submission_id)
left join marts.role as own on events.task = own.task and submission.agency_id = own.agency_id
left join marts.role as for_all on events.task = for_all.task and for_all.agency_id is null
where submission.channel = 'agency'
