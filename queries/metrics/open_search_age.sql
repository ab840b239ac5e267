-- question: What is open now, and for how long?
-- grain: group
-- reads: marts.opening, marts.brief_opening
-- with: openings_in_scope
-- by: agency, client, department, location, role_family, level, quarter
-- unit: opening (one seat); calendar days from opened to the as-of day (the active clock leaves
-- holds out)
-- attribution: opened
-- direction: lower is better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: quantiles; p90_age_days interpolates
-- refuses: selected by closing
-- note: a snapshot of what is open on the as-of day: never comparable with how long filled ones
-- took. Openings on hold are counted apart and in none of the ages
select
    "group",
    count(*) as "open",
    count(*) filter (where is_on_hold) as on_hold,
    median(clock_days) filter (where not is_on_hold) as median_age_days,
    quantile_cont(clock_days, 0.9) filter (where not is_on_hold) as p90_age_days,
    max(clock_days) filter (where not is_on_hold) as oldest_age_days,
    count(*) filter (where not is_on_hold and clock_days > 60) as over_60,
    share(over_60, "open" - on_hold) as over_60_rate
from openings_in_scope
where outcome = 'open' and not is_excluded
group by all
order by "group"
