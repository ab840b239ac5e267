-- grain: pair of candidates that are taken for one person
-- key: candidate_id_a, candidate_id_b
-- reads: staging.tie, staging.loose_tie
select * from staging.tie anti join staging.loose_tie using (candidate_id_a, candidate_id_b)
