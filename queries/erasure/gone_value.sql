-- grain: said, candidate_id
-- reads: staging.candidates, staging.gone
-- note: What names somebody who is gone, as the files spell it: the record's id, and the identity
with
    values_of as (
        select
            gone.candidate_id,
            gone.why,
            unnest(
                [
                    struct_pack(said := candidates.candidate_id, is_identity := false),
                    struct_pack(said := candidates.full_name, is_identity := true),
                    struct_pack(
                        said := concat_ws(' ', candidates.given_name, candidates.family_name),
                        is_identity := true
                    ),
                    struct_pack(said := candidates.email, is_identity := true),
                    struct_pack(said := candidates.phone, is_identity := true),
                    struct_pack(said := candidates.linkedin_url, is_identity := true)
                ]
            ) as part
        from staging.gone
        inner join staging.candidates using (candidate_id)
    )
select distinct candidate_id, why, part.said as said, part.is_identity as is_identity
from values_of
where part.said is not null and part.said <> ''
