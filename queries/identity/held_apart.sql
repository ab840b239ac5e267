-- grain: pair of candidates that somebody said are different and that hang together all the same
-- key: candidate_id_a, candidate_id_b
-- reads: staging.verdict_pair, staging.component
select candidate_id_a, candidate_id_b, one.component
from staging.verdict_pair
inner join staging.component as one on candidate_id_a = one.candidate_id
inner join staging.component as other on candidate_id_b = other.candidate_id
where verdict = 'different' and one.component = other.component
