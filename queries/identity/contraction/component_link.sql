-- grain: pair of components that a link ties, both ways round
-- key: component, neighbour
-- reads: staging.joining
select candidate_id_a as component, candidate_id_b as neighbour
from staging.joining
union
select candidate_id_b as component, candidate_id_a as neighbour
from staging.joining
