-- question: How much more often do candidates withdraw once an answer is later than agreed?
-- grain: group
-- reads: marts.submission, marts.wait, marts.export
-- needs: submissions
-- with: hr_waits
-- then: statistics.rates.with_rate_ratio
-- by: agency, client, department, quarter
-- unit: withdrawal of an agency's candidate while HR or the business leader owed the next step;
-- within_rate and beyond_rate are per 100 working days of waiting, rate_ratio is beyond over within
-- attribution: received
-- direction: lower is better
-- owner: hr
-- smallest_n: 5
-- readers: hr, agency
-- source: counts per days waited; ratio of two rates with its exact conditional interval
-- (Clopper-Pearson 1934 on the share of withdrawals that came late)
-- note: A wait is for the answer to a profile, the invitation, the feedback after an interview or
-- the offer. Its days up to the limit of that wait are within, those after it beyond; a withdrawal
-- counts where it happened, for whatever reason. Who waits for two things at once counts with the
-- days of both. rate_ratio is null where nobody withdrew within; its upper end too, and both where
-- nobody withdrew at all or either kind of day was never waited. All are null where no withdrawal
-- in the exports has a date. A connection, not a cause
with
    seen as (select count(withdrawn_on) > 0 as shows_withdrawals from marts.submission),
    counted as (
        select
            "group",
            sum(least(days, limit_days))::bigint as within_days,
            sum(greatest(days - limit_days, 0))::bigint as beyond_days,
            count(*) filter (where is_withdrawn and not is_late) as within_counted,
            count(*) filter (where is_withdrawn and is_late) as beyond_counted
        from hr_waits
        group by all
    )
select
    "group",
    within_days,
    beyond_days,
    case when shows_withdrawals then within_counted end as within_withdrawals,
    case when shows_withdrawals then beyond_counted end as beyond_withdrawals,
    100 * share(within_withdrawals, within_days) as within_rate,
    100 * share(beyond_withdrawals, beyond_days) as beyond_rate
from counted
cross join seen
order by "group"
