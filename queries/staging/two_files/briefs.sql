-- grain: search in an agency's own file
-- of_owner: agency
-- reads: shape.jobs, shape.own_agency
-- carries: raw.searches
-- note: An agency opens a search in its own system when a client gives it one; once it has ended
-- there, nothing is asked of the agency any more.
select
    jobs.search_id,
    own_agency.agency_id,
    jobs.opened_on as briefed_at,
    jobs.closed_on as released_at,
    jobs._file,
    jobs._line
from shape.jobs
cross join shape.own_agency
