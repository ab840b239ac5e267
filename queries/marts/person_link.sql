-- grain: pair of candidates
-- key: candidate_id_a, candidate_id_b
-- reads: staging.person_link
-- order: candidate_id_a, candidate_id_b
select
    candidate_id_a,
    candidate_id_b,
    rule,
    status,
    weight,
    doubt,
    evidence,
    verdict,
    found,
    stands_for
from staging.person_link
