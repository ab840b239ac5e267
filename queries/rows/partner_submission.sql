-- question: Which submissions are these, as the agency that sent them may see them?
-- grain: submission_id
-- reads: marts.submission, marts.search, marts.client
-- with: agency_submissions
-- attribution: received
-- readers: hr, agency
-- note: of a redundant one the kind, and how many days after the earlier submission it came (in an
-- agency's own file, after another's: in whole weeks, rounded up), but never whose that was; it is
-- named only where it is the agency's own
select
    submission.submission_id,
    submission.candidate_id,
    submission.search_id,
    search.title,
    client.name as client_name,
    submission.received_on,
    submission.redundancy_class,
    agency_submissions.is_redundant,
    earlier.submission_id as earlier_submission_id,
    submission.days_after_earlier,
    submission.answered_on,
    submission.feedback_outcome,
    submission.feedback_days,
    submission.is_on_time,
    submission.is_excluded
from agency_submissions
inner join
    marts.submission as submission on agency_submissions.submission_id = submission.submission_id
inner join marts.search as search on submission.search_id = search.search_id
left join marts.client as client on submission.client_id = client.client_id
left join
    marts.submission as earlier
    on submission.earlier_submission_id = earlier.submission_id
    and submission.agency_id = earlier.agency_id
order by submission.received_on desc, submission.submission_id
limit $row_limit
