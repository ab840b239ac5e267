-- keeps: the days of the sites of searches that the agency knows
-- reads: marts.calendar_day, marts.search, marts.brief, marts.submission
-- with: searches_known
select site, day, working_day_index, is_working_day
from marts.calendar_day
where
    site = ''
    or site in (select country from marts.search semi join searches_known using (search_id))
