-- grain: group
-- reads:
-- with: survival
-- note: when half of the lifetimes were over, and its likely range: the first day on which the
-- curve, its lower and its upper band are at or under one half. Null where they never are.
-- The tolerance is there because a product of shares may miss one half by its last digit
select
    "group",
    min(day) filter (where kaplan_meier <= 0.5 + 1e-9) as median_days,
    min(day) filter (where kaplan_meier_low <= 0.5) as median_low,
    min(day) filter (where kaplan_meier_high <= 0.5) as median_high
from survival
group by all
