-- grain: pair of candidates that somebody judged
-- key: candidate_id_a, candidate_id_b
-- reads: staging.verdict_pair, staging.known_by_keys, staging.weighed_pair, staging.contact_key,
-- staging.block
-- note: found is what would be thought of the pair had nobody judged it: automatic where it is one
-- person by its keys (also through a third record) or so alike as `tie` asks for, review, unlike
-- where it
-- was compared and left alone, never_compared where it stands in no block together
select
    verdict_pair.candidate_id_a,
    verdict_pair.candidate_id_b,
    case
        when one.component = other.component or (weight >= $automatic and has_equal_key)
        then 'automatic'
        when
            weight is not null
            or exists (
                from staging.contact_key as key
                inner join staging.contact_key as other_key using (kind, contact_key)
                where
                    key.candidate_id = verdict_pair.candidate_id_a
                    and other_key.candidate_id = verdict_pair.candidate_id_b
            )
        then 'review'
        when
            exists (
                from staging.block as block
                inner join staging.block as other_block using (kind, value)
                where
                    block.candidate_id = verdict_pair.candidate_id_a
                    and other_block.candidate_id = verdict_pair.candidate_id_b
            )
        then 'unlike'
        else 'never_compared'
    end as found
from staging.verdict_pair
left join staging.known_by_keys as one on verdict_pair.candidate_id_a = one.candidate_id
left join staging.known_by_keys as other on verdict_pair.candidate_id_b = other.candidate_id
left join staging.weighed_pair using (candidate_id_a, candidate_id_b)
