-- grain: place, submission_id
-- reads: marts.submission, marts.search, marts.person_contact
-- with: listed_by_us, listed_by_agency
-- note: rows of an agency's list that give a submission's id of ours, and name no other search of
-- ours: the agency's own numbers may be ours by chance
select theirs.place, ours.submission_id
from listed_by_agency as theirs
inner join listed_by_us as ours on theirs.submission_id = ours.submission_id
where theirs.search_id is null or theirs.search_id = ours.search_id
