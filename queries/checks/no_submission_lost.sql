-- promise: Every submission known at the as-of date is counted, and no other
-- grain: submission
-- reads: staging.submissions, marts.submission
select coalesce(submissions.submission_id, submission.submission_id) as submission_id
from staging.submissions as submissions
full join marts.submission as submission on submissions.submission_id = submission.submission_id
where submissions.submission_id is null or submission.submission_id is null
