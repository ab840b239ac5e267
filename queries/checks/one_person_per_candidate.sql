-- promise: A candidate record is one person everywhere
-- grain: candidate record
-- reads: marts.submission, marts.person_contact
with
    persons as (
        select candidate_id, person_id
        from marts.submission
        union
        select candidate_id, person_id
        from marts.person_contact
    )
select candidate_id, count(*) as persons
from persons
group by candidate_id
having count(*) <> 1 or bool_or(person_id is null)
