-- question: What did each side answer in the survey?
-- grain: response_id
-- reads: marts.pulse_response, marts.agency, marts.search
-- attribution: asked
-- readers: hr, agency
-- note: line is the line of the scorecard that an answer stands in: on goals its own, else what the
-- one side says of the other; the business leader's on goals stand in none. is_favourable = 4 or 5
-- of 5. The survey belongs to an agency: other filters leave it as it is
select
    pulse_response.response_id,
    pulse_response.agency_id,
    agency.name as agency_name,
    case
        when pulse_response.item <> 'goals' and pulse_response.respondent = 'agency'
        then 'pulse.of_hr_rate'
        when pulse_response.item <> 'goals'
        then 'pulse.of_agency_rate'
        when pulse_response.respondent <> 'business_leader'
        then 'goal_alignment.aligned_rate'
    end as line,
    pulse_response.asked_on,
    pulse_response.respondent,
    pulse_response.item,
    pulse_response.score,
    pulse_response.score >= 4 as is_favourable,
    pulse_response.search_id,
    search.title
from marts.pulse_response as pulse_response
left join marts.agency as agency on pulse_response.agency_id = agency.agency_id
left join marts.search as search on pulse_response.search_id = search.search_id
where
    in_period(pulse_response.asked_on, $period_start, $period_end)
    and chosen($agencies, pulse_response.agency_id)
order by pulse_response.asked_on desc, pulse_response.response_id
limit $row_limit
