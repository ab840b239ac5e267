-- grain: place, submission_id
-- reads: marts.submission, marts.search, marts.person_contact
-- with: listed_by_id, listed_same_day, listed_in_turn
-- note: One row of the agency's list goes with one submission: by the submission's id; else with
-- one that is alike, those of about the same day first, then both in the order of their days.
select place, submission_id, 'submission_id' as matched_by
from listed_by_id
union all
select place, submission_id, matched_by
from listed_same_day
union all
select place, submission_id, matched_by
from listed_in_turn
