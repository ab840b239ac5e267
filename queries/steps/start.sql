-- grain: submission with a placement
-- key: submission_id
-- reads: staging.placements, staging.export
-- note: A hire is reneged where every placement on file for it is; a start that lies after the
-- as-of date is planned.
select
    submission_id,
    min(started_on) filter (where reneged_on is null) as starts_on,
    coalesce(bool_or(started_on <= as_of_on and reneged_on is null), false) as is_started,
    bool_and(reneged_on is not null) as is_reneged
from staging.placements
cross join staging.export
group by submission_id
