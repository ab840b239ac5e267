-- grain: opening_id, agency_id, from_on, "group"
-- reads: marts.opening_day, marts.brief
-- note: days of openings that lie in the period, in rows of days in a row. Grouped by agency or
-- restricted to agencies, only searches given to them and only the days from the brief until it
-- was taken back (of several agencies from their first brief until the last was taken back); the
-- side of a day is the search's, whoever's candidate it waits for. By quarter a row is cut where
-- one ends
with
    partners as (
        select agency_id, search_id, briefed_on, coalesce(released_on, date 'infinity') as until_on
        from marts.brief
        where $by = 'agency' and chosen($agencies, agency_id)
        union all
        select null, search_id, min(briefed_on), max(coalesce(released_on, date 'infinity'))
        from marts.brief
        where
            $by is distinct from 'agency' and $agencies is not null and chosen($agencies, agency_id)
        group by search_id
    ),
    days_of_partners as (
        select
            opening_day.* replace (
                greatest(opening_day.from_on, partners.briefed_on) as from_on,
                least(opening_day.until_on, partners.until_on) as until_on
            ),
            partners.agency_id
        from marts.opening_day
        inner join partners using (search_id)
        union all
        select opening_day.*, null
        from marts.opening_day
        where $by is distinct from 'agency' and $agencies is null
    ),
    months as (
        select
            unnest(
                generate_series(
                    date_trunc('month', min(from_on)) - interval 2 months,
                    max(until_on),
                    interval 1 month
                )
            )::date as month_on
        from marts.opening_day
    ),
    stretches as (
        select month_on as starts_on, (month_on + interval 3 months)::date as ends_on
        from months
        where $by = 'quarter' and (month(month_on) - $first_month) % 3 = 0
        union all
        select date '-infinity', date 'infinity'
        where $by is distinct from 'quarter'
    ),
    days_in_stretches as (
        select
            days_of_partners.* replace (
                greatest(from_on, starts_on, $period_start) as from_on,
                least(until_on, ends_on, $period_end) as until_on
            )
        from days_of_partners
        inner join stretches on from_on < ends_on and until_on > starts_on
    )
select
    case
        $by
        when 'agency'
        then agency_id
        when 'client'
        then client_id
        when 'department'
        then department
        when 'location'
        then location
        when 'role_family'
        then role_family
        when 'level'
        then level
        when 'quarter'
        then quarter_label(from_on, $first_month)
        when 'step'
        then step
    end as "group",
    opening_id,
    search_id,
    from_on,
    until_on - from_on as days,
    side,
    step,
    is_beyond
from days_in_stretches
where
    from_on < until_on
    and chosen($clients, client_id)
    and chosen($departments, department)
    and chosen($locations, location)
    and chosen($role_families, role_family)
