-- keeps: the agency's own rows
-- reads: marts.pulse_response
select response_id, agency_id, search_id, client_id, asked_on, respondent, item, score
from marts.pulse_response
where agency_id = $agency_id
