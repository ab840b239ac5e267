-- grain: candidate with a link
-- key: candidate_id
-- reads: staging.joining
-- note: The start of the contraction: each record is a component of its own. Components are found
-- by contracting the graph of links: in each round every component joins its smallest neighbour in
-- the order of a hash, so that even a long chain shrinks by a constant share (Bögeholz, Brand and
-- Todor, In-database connected component analysis, ICDE 2020).
select candidate_id_a as candidate_id, candidate_id_a as component
from staging.joining
union
select candidate_id_b as candidate_id, candidate_id_b as component
from staging.joining
