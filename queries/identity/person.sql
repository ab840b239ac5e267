-- grain: candidate
-- key: candidate_id
-- reads: staging.candidates, staging.component
-- note: A person is named after the smallest candidate id among its records; a record without a
-- link is a person alone.
select
    candidates.candidate_id,
    'p-' || min(candidates.candidate_id) over (
        partition by coalesce(component.component, candidates.candidate_id)
    ) as person_id
from staging.candidates
left join staging.component using (candidate_id)
