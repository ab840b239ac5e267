-- grain: submission
-- key: submission_id
-- reads: staging.person, marts.search, marts.agency, steps.feedback, steps.redundancy,
-- steps.progress, steps.visible, steps.unreviewed, steps.candidacy
-- order: received_at, submission_id
-- note: Redundancy, ownership and the reply clock are worked out here once. Only agency submissions
-- have a class and a reply clock; owned_until is the owner's day of receipt plus its ownership
-- days. The steps are unknown where no table came in that could show them. A submission that
-- contradicts itself leaves the reply clock only.
select
    search.search_id,
    search.client_id,
    search.department,
    search.location,
    search.role_family,
    search.level,
    feedback.submission_id,
    feedback.candidate_id,
    person.person_id,
    feedback.channel,
    case when feedback.channel = 'agency' then feedback.agency_id end as agency_id,
    feedback.received_at,
    feedback.received_on,
    feedback.decided_at,
    feedback.decided_on,
    feedback.decision,
    feedback.decision_reason,
    case
        when feedback.decision = 'rejected'
        then
            coalesce(is_usable_reason(feedback.decision_reason), false)
            and feedback.feedback_outcome is distinct from 'bulk_closed'
    end as has_usable_reason,
    feedback.withdrawn_at,
    feedback.withdrawn_on,
    feedback.withdrawal_reason,
    coalesce(is_lost_to_slowness(feedback.withdrawal_reason), false) as has_left_for_speed,
    feedback.consent_at,
    feedback.consent_at is not null as has_consent,
    case
        when redundancy.submission_id is not null
        then redundancy.redundancy_class
        when feedback.channel = 'agency'
        then 'unique'
    end as redundancy_class,
    coalesce(
        redundancy_class in ('resubmitted', 'known_here', 'collision', 'post_reject'), false
    ) as is_redundant,
    coalesce(redundancy.is_after_a_no, false) as is_after_a_no,
    unreviewed.submission_id is not null and not is_redundant as is_unreviewed,
    case
        when redundancy.submission_id is not null
        then redundancy.owner_agency_id
        when feedback.channel = 'agency' and agency.ownership_days > 0
        then feedback.agency_id
    end as owner_agency_id,
    case
        when redundancy.submission_id is not null
        then redundancy.owned_until
        when feedback.channel = 'agency' and agency.ownership_days > 0
        then feedback.received_on + agency.ownership_days
    end as owned_until,
    redundancy.earlier_submission_id,
    redundancy.days_after_earlier,
    feedback.answer_due_on,
    feedback.answered_on,
    feedback.feedback_days,
    feedback.feedback_outcome,
    feedback.is_evaluable,
    feedback.is_on_time,
    feedback.working_days_elapsed,
    case
        when progress.furthest >= 1 then true when visible.shows_interviewed then false
    end as is_interviewed,
    case
        when progress.furthest >= 2 then true when visible.shows_offered then false
    end as is_offered,
    case
        when progress.furthest >= 3 then true when visible.shows_accepted then false
    end as is_accepted,
    case
        when progress.furthest >= 4 then true when visible.shows_started then false
    end as is_started,
    candidacy.is_hired,
    candidacy.hired_on,
    candidacy.lost_on,
    feedback.exclusion_reason is not null as is_excluded,
    feedback.exclusion_reason
from steps.feedback
cross join steps.visible
inner join marts.search using (search_id)
inner join staging.person using (candidate_id)
left join marts.agency using (agency_id)
inner join steps.candidacy using (submission_id)
left join steps.redundancy using (submission_id)
left join steps.progress using (submission_id)
left join steps.unreviewed using (submission_id)
