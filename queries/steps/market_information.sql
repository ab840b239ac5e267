-- grain: search and agency that spoke about the market
-- key: search_id, agency_id
-- reads: steps.briefed, staging.meetings, marts.search, marts.calendar_day
-- note: Whether a meeting about the search within 10 working days of the brief, or before it, had
-- the local job market among its topics; spoken_on is the first of those meetings.
select
    briefed.search_id,
    briefed.agency_id,
    min(met.working_day_index - start.working_day_index) <= 10 as is_in_time,
    min(meetings.starts_on) as spoken_on
from steps.briefed
inner join marts.search using (search_id)
inner join
    staging.meetings
    on briefed.search_id = meetings.search_id
    and briefed.agency_id = meetings.agency_id
inner join
    marts.calendar_day as start
    on coalesce(search.country, '') = start.site
    and briefed.briefed_on = start.day
inner join
    marts.calendar_day as met
    on coalesce(search.country, '') = met.site
    and meetings.starts_on = met.day
where meetings.status = 'held' and is_about_the_market(meetings.topics)
group by briefed.search_id, briefed.agency_id
