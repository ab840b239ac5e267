-- question: Which submissions are these?
-- grain: submission_id
-- reads: marts.submission, marts.search, marts.client, marts.agency
-- with: submissions_in_scope
-- attribution: received
-- readers: hr, agency
-- note: feedback_days are business days; furthest_step is the last step that can be seen
select
    submission.submission_id,
    submission.search_id,
    search.title,
    client.name as client_name,
    submission.department,
    submission.location,
    submission.role_family,
    submission.channel,
    submission.agency_id,
    agency.name as agency_name,
    submission.candidate_id,
    submission.person_id,
    submission.received_on,
    submission.redundancy_class,
    submissions_in_scope.is_redundant,
    submission.is_unreviewed,
    submission.earlier_submission_id,
    submission.days_after_earlier,
    owner.name as owner_agency_name,
    submission.owned_until,
    submission.has_consent,
    submission.feedback_outcome,
    submission.answered_on,
    submission.feedback_days,
    submission.is_on_time,
    submission.decision,
    submission.decided_on,
    submission.decision_reason,
    submission.withdrawn_on,
    submission.withdrawal_reason,
    case
        when submission.is_started
        then 'started'
        when submission.is_accepted
        then 'accepted'
        when submission.is_offered
        then 'offered'
        when submission.is_interviewed
        then 'interviewed'
        else 'received'
    end as furthest_step,
    submission.is_excluded,
    submission.exclusion_reason
from submissions_in_scope
inner join
    marts.submission as submission on submissions_in_scope.submission_id = submission.submission_id
inner join marts.search as search on submission.search_id = search.search_id
left join marts.client as client on submission.client_id = client.client_id
left join marts.agency as agency on submission.agency_id = agency.agency_id
left join marts.agency as owner on submission.owner_agency_id = owner.agency_id
order by submission.received_on desc, submission.submission_id
limit $row_limit
