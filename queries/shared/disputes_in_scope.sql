-- grain: dispute_id
-- reads: marts.dispute, marts.export
-- note: disputes in which a fee is at stake, by the day they were raised: those about ownership, a
-- date or a fee, and any other that names an amount. One is never cut by the as-of day; its
-- days run to the settling, else to the as-of day
select
    case
        $by
        when 'agency'
        then agency_id
        when 'client'
        then client_id
        when 'department'
        then department
        when 'quarter'
        then quarter_label(raised_on, $first_month)
    end as "group",
    dispute_id,
    case when trim(currency) <> '' then fee_at_stake end as fee_at_stake,
    case when fee_at_stake is not null then upper(nullif(trim(currency), '')) end as currency,
    settled_on is not null as is_settled,
    coalesce(settled_on, greatest(as_of_on, raised_on)) - raised_on as days
from marts.dispute
cross join marts.export
where
    (about in ('ownership', 'date', 'fee') or fee_at_stake is not null)
    and in_period(raised_on, $period_start, $period_end)
    and chosen($clients, client_id)
    and chosen($agencies, agency_id)
    and chosen($departments, department)
    and chosen($locations, location)
    and chosen($role_families, role_family)
