-- question: How did earlier forecasts come out?
-- grain: within_days, forecast_from
-- reads: marts.opening, marts.brief_opening, marts.hold, marts.export
-- with: month_ends as days_to_look, openings_as_seen, openings_in_scope
-- by:
-- unit: forecast, that is an opening that was open at the end of a month; rates are fractions;
-- score is the mean squared error of the forecasts
-- attribution: opened
-- direction: filled_rate near forecast_rate; a lower score is better
-- owner: both
-- smallest_n: 10
-- readers: hr
-- source: counts with Jeffreys' interval, in bins of the forecast; Brier 1950
-- refuses: selected by closing
-- then: statistics.forecast.checked
-- note: at the end of each of the last twelve months the chance of every opening open then is
-- worked out as in fill_forecast, but not rounded, from what was known on that day alone, and set
-- beside what happened in the 30 or 60 days that followed. forecast_from, forecast_to = the bin;
-- the row without them is all together. forecast_rate = mean of the forecasts. score_without = the
-- score of saying the share filled of all for every opening. An opening counts once for each month
-- at whose end it was open. Those on hold have no forecast. HR's alone, because it counts the
-- openings of every agency
select
    seen_on,
    "group",
    search,
    days,
    entry_days,
    ended_as,
    filled_after_days,
    followed_days,
    is_asked
    and not is_on_hold
    and opening_id in (select opening_id from openings_in_scope) as is_asked
from openings_as_seen
