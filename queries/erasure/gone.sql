-- grain: candidate
-- key: candidate_id
-- reads: staging.person, staging.erased, marts.submission, marts.stage_event, marts.interview,
-- marts.offer, marts.placement, marts.export
-- note: Whose identity goes: removed on request, or without any contact for so many months by the
-- as-of day. Who works here is not forgotten; who was never put forward by then had no contact.
-- Without submissions nothing tells when contact was. A person keeps one number, so that what
-- counts people still does; nothing leads from it to a name or a record
with
    days as (
        select submission_id, unnest([received_on, decided_on, withdrawn_on]) as day
        from marts.submission
        union all
        select submission_id, entered_on
        from marts.stage_event
        union all
        select submission_id, unnest([invited_on, scheduled_on, ended_on, feedback_on])
        from marts.interview
        union all
        select submission_id, unnest([extended_on, answered_on])
        from marts.offer
        union all
        select submission_id, unnest([started_on, reneged_on, left_on, rated_on])
        from marts.placement
    ),
    last_days as (select submission_id, max(day) as last_on from days group by submission_id),
    leavers as (select submission_id from marts.placement where left_on is not null),
    persons as (
        select
            submission.person_id,
            max(last_days.last_on) as last_on,
            bool_or(
                coalesce(submission.is_hired, false) and leavers.submission_id is null
            ) as works_here,
            min(struct_pack(submission.received_at, submission.submission_id)) as first_seen
        from marts.submission as submission
        left join last_days on submission.submission_id = last_days.submission_id
        left join leavers on submission.submission_id = leavers.submission_id
        group by submission.person_id
    ),
    judged as (
        select
            person.candidate_id,
            person.person_id,
            persons.first_seen,
            case
                when erased.candidate_id is not null
                then 'removed'
                when not exists (select submission_id from marts.submission)
                then null
                when persons.works_here
                then null
                when
                    coalesce(persons.last_on, date '0001-01-01')
                    < export.as_of_on - to_months($months)
                then 'expired'
            end as why
        from staging.person as person
        cross join marts.export as export
        left join staging.erased as erased on person.candidate_id = erased.candidate_id
        left join persons on person.person_id = persons.person_id
    )
select
    candidate_id,
    person_id,
    why,
    case
        why
        when 'removed'
        then person_id
        else
            'expired-'
            || dense_rank() over (partition by why order by first_seen nulls last, person_id)
    end as new_person_id,
    new_person_id
    || '-'
    || row_number() over (partition by person_id order by candidate_id) as new_candidate_id
from judged
where why is not null
