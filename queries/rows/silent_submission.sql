-- question: Which profiles got no answer within 30 days?
-- grain: submission_id
-- reads: marts.submission, marts.export, marts.search, marts.client, marts.agency
-- with: followed_for_30_days
-- attribution: received
-- readers: hr, agency
-- note: those that silent_submissions counts as silent, answered later or not
select
    submission.submission_id,
    submission.candidate_id,
    submission.search_id,
    search.title,
    client.name as client_name,
    agency.name as agency_name,
    submission.received_on,
    submission.answered_on,
    submission.feedback_outcome
from followed_for_30_days
inner join
    marts.submission as submission on followed_for_30_days.submission_id = submission.submission_id
inner join marts.search as search on submission.search_id = search.search_id
left join marts.client as client on submission.client_id = client.client_id
left join marts.agency as agency on submission.agency_id = agency.agency_id
where followed_for_30_days.is_silent
order by submission.received_on desc, submission.submission_id
limit $row_limit
