-- grain: pair of candidates
-- reads: marts.person_link, staging.gone
select person_link.*
from marts.person_link as person_link
anti join staging.gone as one on person_link.candidate_id_a = one.candidate_id
anti join staging.gone as other on person_link.candidate_id_b = other.candidate_id
