-- grain: submission_id
-- reads: marts.offer
-- with: offers_in_scope
-- note: days until an offer was accepted; a no and a lapse end the chance of it, a pending offer
-- is followed to the as-of day, one that we took back before an answer is left out
select
    "group",
    days_to_answer as days,
    0 as entry_days,
    case outcome when 'accepted' then 1 when 'pending' then 0 else 3 end as cause
from offers_in_scope
where outcome <> 'rescinded' and not is_excluded
