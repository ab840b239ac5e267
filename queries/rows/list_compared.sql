-- question: Which submissions are on the agency's own list, on ours, or on both?
-- grain: place, submission_id
-- reads: marts.submission, marts.search, marts.person_contact, marts.export
-- with: lists_lined_up
-- attribution: received
-- readers: hr, agency
-- note: without submissions of ours that the agency's list can't hold, for their days
select *
from lists_lined_up
where outcome <> 'outside' or place is not null
order by place nulls last, our_day, submission_id
