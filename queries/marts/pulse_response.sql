-- grain: answer of the two-way survey
-- key: response_id
-- reads: staging.pulse, marts.search
-- order: asked_on, response_id
select
    pulse.response_id,
    pulse.agency_id,
    search.search_id,
    search.client_id,
    pulse.asked_on,
    pulse.respondent,
    pulse.item,
    pulse.score
from staging.pulse
left join marts.search using (search_id)
