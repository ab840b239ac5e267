-- grain: span
-- reads: marts.export
-- note: the last four complete quarters of the calendar, whatever the filters say
with export as (select (date_trunc('quarter', as_of_on + 1))::date as until from marts.export)
select 'now' as span, (until - to_years(1))::date as since, until
from export
