-- grain: search
-- key: search_id
-- reads: staging.searches, staging.export, steps.briefed
-- order: opened_on, search_id
-- note: `agencies` is the number of agencies it was given to. Whoever stands for HR and for the
-- business is their role or the department; a name only where the settings say so.
with
    briefed_agencies as (
        select search_id, count(*) as agencies from steps.briefed group by search_id
    )
select
    searches.search_id,
    searches.client_id,
    searches.department,
    searches.location,
    searches.role_family,
    searches.level,
    searches.title,
    searches.status,
    searches.opened_on,
    searches.closed_on,
    searches.approved_on,
    searches.target_fill_on,
    coalesce(nullif(searches.openings, 0), 1) as openings,
    coalesce(searches.time_zone, export.default_time_zone) as time_zone,
    searches.country,
    case
        when searches.hr_partner is not null
        then
            case
                export.people_shown
                when 'name'
                then searches.hr_partner
                when 'department'
                then searches.department
                else 'hr'
            end
    end as hr_partner,
    case
        when searches.business_leader is not null
        then
            case
                export.people_shown
                when 'name'
                then searches.business_leader
                when 'department'
                then searches.department
                else 'business_leader'
            end
    end as business_leader,
    coalesce(briefed_agencies.agencies, 0) as agencies
from staging.searches
cross join staging.export
left join briefed_agencies using (search_id)
