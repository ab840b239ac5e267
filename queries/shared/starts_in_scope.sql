-- grain: submission_id
-- reads: marts.offer, marts.search
-- note: accepted offers by the local day of the yes. A start on a day to come is known, and planned
select
    case
        $by
        when 'agency'
        then offer.agency_id
        when 'channel'
        then offer.channel
        when 'client'
        then offer.client_id
        when 'country'
        then search.country
        when 'department'
        then offer.department
        when 'quarter'
        then quarter_label(offer.answered_on, $first_month)
    end as "group",
    offer.submission_id,
    offer.search_id,
    case
        when offer.is_reneged
        then 'reneged'
        when offer.starts_on is null
        then 'no date'
        when offer.is_started
        then 'started'
        else 'planned'
    end as state,
    offer.is_started is not null as is_visible,
    case when state in ('started', 'planned') then offer.starts_on - offer.answered_on end as days,
    case
        when state in ('started', 'planned') then offer.starts_on - search.opened_on
    end as days_from_opening
from marts.offer
inner join marts.search on offer.search_id = search.search_id
where
    offer.outcome = 'accepted'
    and not offer.is_excluded
    and coalesce(offer.starts_on >= offer.answered_on, true)
    and in_period(offer.answered_on, $period_start, $period_end)
    and chosen($clients, offer.client_id)
    and chosen($agencies, offer.agency_id)
    and chosen($departments, offer.department)
    and chosen($locations, offer.location)
    and chosen($role_families, offer.role_family)
