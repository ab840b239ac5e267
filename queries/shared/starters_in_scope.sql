-- grain: placement_id
-- reads: marts.placement, marts.export
-- note: everyone who has started, by the day of the start; a new spell is a new row. A
-- fee without a currency is no amount of money
select
    case
        $by
        when 'agency'
        then agency_id
        when 'channel'
        then channel
        when 'client'
        then client_id
        when 'department'
        then department
        when 'quarter'
        then quarter_label(started_on, $first_month)
    end as "group",
    placement_id,
    agency_id,
    channel,
    started_on,
    days_here,
    as_of_on - started_on as days_since_start,
    ending,
    guarantee_days,
    case when trim(currency) <> '' then fee_amount end as fee_amount,
    upper(nullif(trim(currency), '')) as currency,
    manager_rating,
    is_excluded
from marts.placement
cross join marts.export
where
    is_started
    and in_period(started_on, $period_start, $period_end)
    and chosen($clients, client_id)
    and chosen($agencies, agency_id)
    and chosen($departments, department)
    and chosen($locations, location)
    and chosen($role_families, role_family)
