-- keeps: what the agency is told of all the others together
-- reads: marts.peer_figure
select agency_id, line, since_on, until_on, others_rate, others_from, others_to
from marts.peer_figure
where agency_id = $agency_id
