-- grain: pair of candidates that are taken for one person
-- key: candidate_id_a, candidate_id_b
-- reads: staging.link, staging.weighed_pair, staging.verdict_pair, staging.candidate_name
-- note: Told so by somebody, by their keys, or probable: so alike that the odds are $automatic
-- powers
-- of two, with an e-mail address, phone number, profile or birth date in common. The smaller
-- strength
-- goes first where somebody said that two others are different
with
    ties as (
        select candidate_id_a, candidate_id_b, 'verdict' as rule, 0 as strength, 0.0 as weight
        from staging.verdict_pair
        where verdict = 'same'
        union all
        select candidate_id_a, candidate_id_b, rule, 1, 0.0
        from staging.link
        union all
        select candidate_id_a, candidate_id_b, 'probable', 2, weight
        from staging.weighed_pair
        where weight >= $automatic and has_equal_key
    )
select
    candidate_id_a,
    candidate_id_b,
    arg_min(rule, strength) as rule,
    min(strength) as strength,
    max(weight) as weight
from ties
anti join
    (from staging.verdict_pair where verdict = 'different') as apart using (
        candidate_id_a, candidate_id_b
    )
group by candidate_id_a, candidate_id_b
