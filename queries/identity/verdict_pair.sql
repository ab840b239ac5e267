-- grain: pair of candidates that somebody judged
-- key: candidate_id_a, candidate_id_b
-- reads: staging.verdicts, staging.candidate_name
-- note: The smaller id first, whichever way round it was typed; candidates who take no part in this
-- build are left out
select
    least(verdicts.candidate_id_a, verdicts.candidate_id_b) as candidate_id_a,
    greatest(verdicts.candidate_id_a, verdicts.candidate_id_b) as candidate_id_b,
    last(verdict order by judged_on nulls first, verdict) as verdict
from staging.verdicts
inner join staging.candidate_name as one on verdicts.candidate_id_a = one.candidate_id
inner join staging.candidate_name as other on verdicts.candidate_id_b = other.candidate_id
where verdicts.candidate_id_a <> verdicts.candidate_id_b
group by all
