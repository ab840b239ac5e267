-- promise: Who started had accepted, who accepted had an offer, who had an offer had been
-- interviewed
-- grain: submission
-- reads: marts.submission
select submission_id, is_interviewed, is_offered, is_accepted, is_started
from marts.submission
where
    (is_started and not is_accepted)
    or (is_accepted and not is_offered)
    or (is_offered and not is_interviewed)
