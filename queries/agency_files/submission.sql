-- keeps: the agency's own submissions
-- reads: marts.submission
-- note: A person has a number of this file alone. Of a redundant submission the kind is told,
-- never whose came first: the owner and the earlier submission are named only where they are the
-- agency's own. How many days it came after another's is rounded up to whole weeks, because that
-- day less those days would be the day on which the other came in. A reason that names another
-- agency is left out.
with
    own as (
        select
            submission.*,
            earlier.submission_id is not null as is_earlier_own,
            first_value(submission.submission_id) over (
                partition by submission.person_id
                order by submission.received_at, submission.submission_id
            ) as first_of_person
        from marts.submission
        left join
            marts.submission as earlier
            on submission.earlier_submission_id = earlier.submission_id
            and earlier.agency_id = $agency_id
        where submission.agency_id = $agency_id
    )
select
    search_id,
    client_id,
    department,
    location,
    role_family,
    level,
    submission_id,
    candidate_id,
    'P' || dense_rank() over (order by first_of_person) as person_id,
    channel,
    agency_id,
    received_at,
    received_on,
    decided_at,
    decided_on,
    decision,
    case
        when decision_reason not in (select words from texts_naming where named_id <> $agency_id)
        then decision_reason
    end as decision_reason,
    has_usable_reason,
    withdrawn_at,
    withdrawn_on,
    case
        when withdrawal_reason not in (select words from texts_naming where named_id <> $agency_id)
        then withdrawal_reason
    end as withdrawal_reason,
    has_left_for_speed,
    consent_at,
    has_consent,
    redundancy_class,
    is_redundant,
    is_after_a_no,
    is_unreviewed,
    case when owner_agency_id = $agency_id then owner_agency_id end as owner_agency_id,
    case when owner_agency_id = $agency_id then owned_until end as owned_until,
    case when is_earlier_own then earlier_submission_id end as earlier_submission_id,
    case
        when is_earlier_own
        then days_after_earlier
        else (floor(days_after_earlier / 7)::bigint + 1) * 7
    end as days_after_earlier,
    answer_due_on,
    answered_on,
    feedback_days,
    feedback_outcome,
    is_evaluable,
    is_on_time,
    working_days_elapsed,
    is_interviewed,
    is_offered,
    is_accepted,
    is_started,
    is_hired,
    hired_on,
    lost_on,
    is_excluded,
    exclusion_reason
from own
