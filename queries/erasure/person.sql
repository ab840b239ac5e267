-- grain: candidate
-- key: candidate_id
-- reads: staging.person, staging.erased
-- note: Who was removed on request is the records that were removed together, whatever else looks
-- like them now; the others are named as before. The number of a removed person follows the list
select
    person.candidate_id,
    case
        when erased.candidate_id is null
        then
            'p-' || min(person.candidate_id) over (
                partition by person.person_id, erased.candidate_id is null
            )
        else
            'removed-' || dense_rank() over (
                partition by erased.candidate_id is null
                order by
                    length(coalesce(erasure_id, erased.candidate_id)),
                    coalesce(erasure_id, erased.candidate_id)
            )
    end as person_id
from staging.person
left join staging.erased using (candidate_id)
