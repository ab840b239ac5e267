-- grain: row of the searches file
-- reads: shape.jobs, shape.applications
-- carries: raw.searches
-- note: A search that is only called closed was filled where an application of it was hired, else
-- cancelled.
with hired_for as (select distinct search_id from shape.applications where is_hired)
select
    jobs.search_id,
    jobs.client as client_id,
    jobs.title,
    jobs.opened_on,
    case
        when jobs.status <> 'closed'
        then jobs.status
        when hired_for.search_id is not null
        then 'filled'
        else 'cancelled'
    end as status,
    jobs.closed_on,
    jobs.approved_on,
    jobs.target_fill_on,
    jobs.openings,
    jobs.department,
    jobs.location,
    jobs.country,
    jobs.time_zone,
    jobs.role_family,
    jobs.level,
    jobs.hr_partner,
    jobs.business_leader,
    jobs._file,
    jobs._line
from shape.jobs
left join hired_for on jobs.search_id = hired_for.search_id
