-- grain: span
-- reads: marts.export
-- note: the last four complete quarters of the calendar together (`year`), and each of them,
-- whatever the filters say
with
    ends as (select (date_trunc('quarter', as_of_on + 1))::date as until from marts.export),
    quarters as (
        select (until - to_months(3 * back))::date as since, (since + to_months(3))::date as until
        from ends
        cross join (select unnest([1, 2, 3, 4]) as back)
    )
select 'year' as span, (until - to_years(1))::date as since, until
from ends
union all
select quarter_label(since, 1), since, until
from quarters
