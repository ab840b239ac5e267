-- keeps: nothing: the counts of each agency are HR's alone
-- reads: marts.peer_part
select agency_id, line, since_on, until_on, peer_id, k, n, has_enough, is_shown
from marts.peer_part
where false
