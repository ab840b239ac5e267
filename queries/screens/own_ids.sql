-- question: Which cases does this file hold, by their ids?
-- grain: table_name, id
-- reads: marts.search, marts.submission, marts.meeting, marts.offer, marts.placement, marts.opening
-- readers: hr, agency
-- note: what an agency types may name these alone
select 'searches' as table_name, search_id as id
from marts.search
union all
select 'submissions', submission_id
from marts.submission
union all
select 'meetings', meeting_id
from marts.meeting
union all
select 'offers', offer_id
from marts.offer
union all
select 'placements', placement_id
from marts.placement
union all
select 'openings', opening_id
from marts.opening
order by table_name, id
