-- grain: submission_id
-- reads: marts.submission
-- with: replies_in_scope
-- note: working days until HR answered; waiting, withdrawn and bulk-closed ones are followed until
-- then
select
    "group",
    feedback_days as days,
    0 as entry_days,
    case when feedback_outcome = 'answered' then 1 else 0 end as cause
from replies_in_scope
