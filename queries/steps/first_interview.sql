-- grain: submission with an interview
-- key: submission_id
-- reads: staging.interviews, staging.export
-- note: The first invitation stands for all that were moved; it took place on the first day, not
-- after the as-of day, on which an interview was held or somebody did not come to it.
select
    interviews.submission_id,
    min(interviews.invited_at) as invited_at,
    min(interviews.invited_on) as invited_on,
    min(interviews.scheduled_for_on) filter (
        where
            interviews.status in ('held', 'no_show')
            and interviews.scheduled_for_on <= export.as_of_on
    ) as took_place_on
from staging.interviews
cross join staging.export
group by interviews.submission_id
