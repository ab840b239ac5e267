-- grain: span
-- reads: marts.export
-- note: the chosen period, the last three months of it, and the same days a year before; without a
-- beginning there is no year before
with
    asked as (
        select $period_start::date as since, coalesce($period_end::date, as_of_on + 1) as until
        from marts.export
    )
select 'now' as span, since, until
from asked
union all
select 'quarter', greatest((until - to_months(3))::date, since), until
from asked
union all
select 'before', (since - to_years(1))::date, (until - to_years(1))::date
from asked
where since is not null
