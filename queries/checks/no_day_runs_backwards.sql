-- promise: No duration is negative, and days on hold are never more than the days
-- grain: case
-- reads: marts.opening, marts.submission, marts.offer, marts.contact_gap
select 'opening' as mart, opening_id as row_id, days
from marts.opening
where not is_excluded and (days < 0 or active_days < 0 or active_days > days)
union all
select 'submission', submission_id, feedback_days
from marts.submission
where feedback_days < 0
union all
select 'offer', offer_id, days_to_answer
from marts.offer
where not is_excluded and days_to_answer < 0
union all
select 'contact_gap', agency_id, gap_days
from marts.contact_gap
where gap_days < 0
