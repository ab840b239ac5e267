-- grain: side, kind, agency_id, case_id
-- reads: marts.submission, marts.interview, marts.stage_event, marts.commitment, marts.request,
-- marts.brief, marts.offer, marts.search, marts.wait, marts.export
-- with: client_waits, agency_waits
select 'client' as side, *
from client_waits
union all
select 'agency' as side, *
from agency_waits
