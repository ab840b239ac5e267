-- grain: the whole export
-- key:
-- reads: staging.searches, staging.submissions, staging.briefs, staging.meetings, staging.export
-- note: The days a calendar has to hold: from the first thing that has a date to some weeks after
-- the as-of date. What is older than 1970 is a slip of the pen and gets no calendar.
with
    first_days as (
        select min(opened_on) as first_on
        from staging.searches
        union all
        select min(received_on)
        from staging.submissions
        union all
        select min(briefed_on)
        from staging.briefs
        union all
        select min(starts_on)
        from staging.meetings
        union all
        select as_of_on
        from staging.export
    )
select
    greatest(min(first_on), date '1970-01-01') - 7 as first_on,
    (select as_of_on + 60 from staging.export) as last_on
from first_days
