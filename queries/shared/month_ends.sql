-- grain: seen_on
-- reads: marts.export
-- note: the last days of the twelve latest months since which 30 days or more have passed
select (date_trunc('month', as_of_on - 29) - to_months(months) - interval 1 day)::date as seen_on
from marts.export
cross join (select unnest(range(12))::integer as months)
