-- grain: group, day
-- reads:
-- with: risk_sets
-- note: kaplan_meier is the share still waiting for cause 1 or 2, with cause 3 censored;
-- still_open counts every end; incidence_1, _2 and _3 are Aalen-Johansen, so still_open and
-- the three add up to 1. Bands are log-log at 95 %. With delayed entry, something that ends
-- on a day with fewer than 5 at risk and more to enter would pull down the whole curve
-- behind it, so the curve stops before that day; next_day of its last row is then that day,
-- else null
with
    steps as (
        select
            "group",
            day,
            at_risk,
            ends_1,
            ends_2,
            ends_3,
            lead(day) over so_far as next_day,
            bool_or(ends > 0 and at_risk < 5 and still_to_enter > 0) over so_far as is_too_thin,
            product(1 - wanted_ends / at_risk) over so_far as kaplan_meier,
            sum(wanted_ends / nullif(at_risk * (at_risk - wanted_ends), 0)) over so_far as variance,
            product(1 - ends / at_risk) over so_far as still_open,
            sum(ends / nullif(at_risk * (at_risk - ends), 0)) over so_far as open_variance,
            coalesce(product(1 - ends / at_risk) over before, 1) / at_risk as share_of_one
        from risk_sets
        where leaving > 0
        window
            so_far as (partition by "group" order by day),
            before as (
                partition by "group" order by day rows between unbounded preceding and 1 preceding
            )
    )
select
    "group",
    day,
    next_day,
    at_risk,
    kaplan_meier,
    log_log_low(kaplan_meier, variance) as kaplan_meier_low,
    log_log_high(kaplan_meier, variance) as kaplan_meier_high,
    still_open,
    log_log_low(still_open, open_variance) as still_open_low,
    log_log_high(still_open, open_variance) as still_open_high,
    sum(share_of_one * ends_1) over so_far as incidence_1,
    sum(share_of_one * ends_2) over so_far as incidence_2,
    sum(share_of_one * ends_3) over so_far as incidence_3
from steps
where not is_too_thin
window so_far as (partition by "group" order by day)
