-- grain: group, day
-- reads:
-- with: risk_sets, survival
-- note: the share that ended by cause 1, with a log-log band at 95 % from the variance of
-- Aalen and Johansen's estimate by the delta method (as R and statsmodels have it). No band
-- where the share is 0 or 1
with
    steps as (
        select
            survival."group",
            survival.day,
            survival.at_risk,
            survival.still_open,
            survival.incidence_1,
            survival.incidence_3,
            risk_sets.ends_1,
            risk_sets.ends
            / nullif(risk_sets.at_risk * (risk_sets.at_risk - risk_sets.ends), 0) as g,
            coalesce(lag(survival.still_open) over so_far, 1) / survival.at_risk as each
        from survival
        inner join
            risk_sets
            on survival."group" is not distinct from risk_sets."group"
            and survival.day = risk_sets.day
        window so_far as (partition by survival."group" order by survival.day)
    ),
    variances as (
        select
            *,
            sum(pow(each, 2) * ends_1 * (at_risk - ends_1) / at_risk) over so_far
            + pow(incidence_1, 2) * coalesce(sum(g) over so_far, 0)
            - 2 * incidence_1 * coalesce(sum(incidence_1 * g) over so_far, 0)
            + coalesce(sum(pow(incidence_1, 2) * g) over so_far, 0)
            - 2 * incidence_1 * sum(each * ends_1 / at_risk) over so_far
            + 2 * sum(incidence_1 * each * ends_1 / at_risk) over so_far as variance
        from steps
        window so_far as (partition by "group" order by day)
    )
select
    "group",
    day,
    at_risk,
    still_open,
    incidence_1,
    incidence_3,
    1 - log_log_high(1 - incidence_1, greatest(variance, 0) / pow(1 - incidence_1, 2)) as low,
    1 - log_log_low(1 - incidence_1, greatest(variance, 0) / pow(1 - incidence_1, 2)) as high
from variances
