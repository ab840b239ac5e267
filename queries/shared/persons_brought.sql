-- grain: group, person_id
-- reads: marts.submission
-- with: agency_submissions
-- note: people whom agencies sent, how far any of those submissions came, and whether nobody but
-- one agency ever sent them, whatever the period and the filters
with
    -- A source that nobody has assigned may be another one, so it counts as somebody else.
    sole_agency as (
        select person_id
        from marts.submission
        group by person_id
        having bool_and(channel = 'agency') and min(agency_id) = max(agency_id)
    )
select
    "group",
    person_id,
    sole_agency.person_id is not null as is_unique,
    bool_or(is_interviewed) as is_interviewed,
    bool_or(is_offered) as is_offered,
    bool_or(case when is_accepted is not null then is_hired end) as is_hired
from agency_submissions
left join sole_agency using (person_id)
group by "group", person_id, sole_agency.person_id
