-- grain: agency_id, client_id, gap_start, gap_end
-- reads: marts.contact_gap, marts.export
-- with: silences_in_scope
-- note: each silence as the time until the next contact, per partnership; one that no contact has
-- ended goes on
select
    {'agency_id':agency_id, 'client_id':client_id} as "group",
    silent_days as days,
    0 as entry_days,
    case when is_unfinished then 0 else 1 end as cause
from silences_in_scope
