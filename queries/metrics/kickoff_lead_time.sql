-- question: How soon after the brief was the kickoff held?
-- grain: group
-- reads: marts.brief
-- needs: briefs, meetings
-- with: briefs_in_scope, kickoff_lifetimes as lifetimes, medians
-- by: agency, client, department, quarter
-- unit: business days from the brief to the first kickoff held for the search; late_rate is a
-- fraction
-- attribution: briefed
-- direction: lower is better
-- owner: hr
-- smallest_n: 10
-- readers: hr, agency
-- source: Kaplan-Meier, those not yet held counted as still waiting
-- note: late = the kickoff was held on a day after the agency's first submission. late_rate is of
-- the kickoffs held. Null where no meetings or no briefs are in the exports
with
    counted as (
        select
            "group",
            nullif(count(is_due), 0) as briefs,
            case when count(is_due) > 0 then count(kickoff_on) end as held,
            case
                when count(is_due) > 0 then count(*) filter (where kickoff_on > first_submission_on)
            end as late
        from briefs_in_scope
        group by all
    )
select
    counted."group",
    counted.briefs,
    counted.held,
    medians.median_days,
    medians.median_low,
    medians.median_high,
    counted.late,
    share(counted.late, counted.held) as late_rate
from counted
left join medians on counted."group" is not distinct from medians."group"
order by counted."group"
