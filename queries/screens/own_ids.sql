-- question: Which cases does this file hold, by their ids?
-- grain: table_name, id
-- reads: marts.search, marts.submission, marts.meeting, marts.offer, marts.placement,
-- marts.opening,
-- marts.commitment, marts.request, marts.pulse_response, marts.contact_gap
-- readers: hr, agency
-- note: what an agency types may name these alone; a silence has no id of its own, it is named as
-- in rows/gap
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
union all
select 'commitments', commitment_id
from marts.commitment
union all
select 'requests', request_id
from marts.request
union all
select 'pulse', response_id
from marts.pulse_response
union all
select distinct 'silences', concat_ws(' ', agency_id, client_id, gap_start)
from marts.contact_gap
order by table_name, id
