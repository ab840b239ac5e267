-- grain: candidate
-- key: candidate_id
-- reads: staging.candidates, staging.person
-- order: person_id, candidate_id
-- note: The only table with names and contact keys.
select
    candidates.candidate_id,
    person.person_id,
    coalesce(
        candidates.full_name,
        nullif(concat_ws(' ', candidates.given_name, candidates.family_name), '')
    ) as full_name,
    candidates.email,
    candidates.phone,
    candidates.linkedin_url
from staging.candidates
inner join staging.person using (candidate_id)
