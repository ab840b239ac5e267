-- grain: site
-- key: site
-- reads: staging.searches
-- note: A site is a country; searches without one share a site that has no public holidays.
select distinct coalesce(country, '') as site
from staging.searches
union
select ''
