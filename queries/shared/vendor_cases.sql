-- grain: definition, opening, search or offer
-- reads: marts.opening, marts.brief_opening, marts.search, marts.submission, marts.placement,
-- marts.hold, marts.offer, marts.export
-- with: vendor_rules, vendor_openings, vendor_searches
-- note: what each definition looks at, with the days it says; empty where it leaves one out
select
    definition,
    outcome = 'open' as is_open,
    case
        definition
        when 'shrm'
        then filled_on - opened_on
        when 'pwc'
        then filled_on - approved_on
        when 'jobscore'
        then filled_on - opened_on - opening_held_days
        when 'jobscore_start'
        then if(filled_on is null, null, started_on - opened_on - opening_held_days)
        when 'workable'
        then filled_on - search_opened_on - search_held_days
        when 'lever_hire'
        then filled_on - received_on
    end as days
from vendor_openings
cross join vendor_rules
where unit = 'opening'
union all
select
    definition,
    status in ('open', 'on_hold') as is_open,
    case
        definition
        when 'icims'
        then closed_on - search_opened_on
        when 'pinpoint'
        then average_head_days
        when 'smartrecruiters'
        then coalesce(last_hire_on, if(is_cancelled, null, as_of_on)) - first_opened_on
        when 'hirebridge_gross'
        then if(status = 'filled', closed_on - search_opened_on, null)
        when 'hirebridge_net'
        then if(status = 'filled', closed_on - search_opened_on - held_days, null)
        when 'carerix_filled'
        then if(hires > 0, closed_on - search_opened_on - held_days, null)
        when 'carerix_unfilled'
        then if(hires = 0, closed_on - search_opened_on - held_days, null)
        when 'lever'
        then if(hires = openings, last_hire_on - search_opened_on, null)
    end as days
from vendor_searches
cross join vendor_rules
where unit = 'search'
union all
select
    'greenhouse' as definition,
    offer.outcome = 'pending' as is_open,
    if(
        offer.outcome in ('accepted', 'declined'), offer.answered_on - submission.received_on, null
    ) as days
from marts.offer
inner join marts.submission using (submission_id)
where offer.search_id in (select search_id from vendor_searches) and not offer.is_excluded
