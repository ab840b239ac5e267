-- grain: candidate
-- key: candidate_id
-- reads: staging.candidates, staging.erasures
-- note: The records of those who asked to be removed: by the record's id or, where records have
-- none, by the key made from name and contact
with
    salts as (select distinct salt from staging.erasures where salt is not null),
    keys as (
        select
            candidates.candidate_id,
            erasure_key(
                salts.salt,
                coalesce(
                    candidates.full_name,
                    nullif(concat_ws(' ', candidates.given_name, candidates.family_name), '')
                ),
                candidates.email,
                candidates.phone
            ) as erasure_key
        from staging.candidates
        cross join salts
    ),
    found as (
        select candidate_id, erasures.erasure_id
        from staging.candidates
        inner join staging.erasures using (candidate_id)
        where not is_a_place(candidate_id)
        union all
        select keys.candidate_id, erasures.erasure_id
        from keys
        inner join staging.erasures on keys.erasure_key = erasures.candidate_id
    )
select candidate_id, min(erasure_id) as erasure_id
from found
group by candidate_id
