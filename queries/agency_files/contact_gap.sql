-- keeps: the agency's own rows
-- reads: marts.contact_gap
select
    agency_id,
    client_id,
    gap_start,
    gap_end,
    gap_days,
    interval_days,
    is_open,
    starts_with,
    meetings,
    window_start,
    window_end
from marts.contact_gap
where agency_id = $agency_id
