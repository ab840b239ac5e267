-- grain: submission_id
-- reads: marts.submission
-- with: agency_submissions
-- note: what agencies sent, redundant or not, and how long HR took to answer; rows whose dates
-- contradict each other are left out
select "group", submission_id, agency_id, feedback_days, feedback_outcome, is_evaluable, is_on_time
from agency_submissions
where not is_excluded
