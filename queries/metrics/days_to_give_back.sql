-- question: How many of its days could each side give back by keeping to what was agreed?
-- grain: group, side
-- reads: marts.opening_day, marts.brief
-- needs: searches, submissions
-- with: open_days_in_scope as open_days
-- by: agency, client, department, location, role_family, level, quarter, step
-- unit: calendar day of an opening (one seat); beyond_rate is a fraction of `days`
-- attribution: days in the period
-- direction: lower is better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: days of a side after the last working day agreed for the step
-- note: the sides and steps are those of open_days_by_side; only hr, agency and business_leader can
-- give days back. beyond_days = those after the agreed working days of the
-- step had passed: the reply days that are set for a profile and for feedback after an interview,
-- 2 to the invitation, 5 to the interview, 3 from the last yes to the offer or another interview,
-- 5 for an agency to have somebody in process, from the brief and anew each time nobody is left.
-- Of several candidates at one step the one that has waited longest counts. A day that was late at
-- a nearer step but decided by a further one is not counted: nobody would have won it. For giving
-- a search to an agency, and for opening it again, nothing is agreed: beyond_days counts none of
-- those days, and is null in a group of them alone
with
    by_opening as (
        select
            "group",
            side,
            opening_id,
            sum(days)::bigint as days,
            sum(if(is_beyond, days, 0)) filter (where is_beyond is not null)::bigint as beyond
        from open_days
        where side in ('hr', 'agency', 'business_leader')
        group by all
    )
select
    "group",
    side,
    count(*) as openings,
    count(*) filter (where beyond > 0) as openings_beyond,
    sum(days)::bigint as days,
    sum(beyond)::bigint as beyond_days,
    share(beyond_days, sum(days)) as beyond_rate
from by_opening
group by "group", side
order by "group", beyond_days desc nulls last, side
