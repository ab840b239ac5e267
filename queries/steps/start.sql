-- grain: submission with a placement
-- key: submission_id
-- reads: staging.placements, staging.export
-- note: A start after the as-of date is only planned. A hire does not stand where every placement
-- on
-- file for it was reneged.
select
    submission_id,
    min(started_on) as starts_on,
    coalesce(bool_or(started_on <= as_of_on), false) as is_started,
    bool_or(reneged_on is not null) as is_reneged,
    bool_and(reneged_on is not null) as is_void
from staging.placements
cross join staging.export
group by submission_id
