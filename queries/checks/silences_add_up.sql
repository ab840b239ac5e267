-- promise: The silences of a partnership add up to its window, with no day twice and none left out
-- grain: partnership
-- reads: marts.contact_gap
select agency_id, client_id, sum(gap_days) as gap_days, window_end - window_start as window_days
from marts.contact_gap
group by agency_id, client_id, window_start, window_end
having sum(gap_days) <> window_end - window_start or count(*) filter (where is_open) <> 1
