-- grain: pair of candidates
-- key: candidate_id_a, candidate_id_b
-- reads: staging.link, staging.contact_key, staging.candidate_name, staging.person
-- note: `linked` pairs are one person by their keys. A pair for `review` shares one key under names
-- that are unlike (a family's phone, a shared mailbox) and no other tie made it one person: only
-- the first record of each spelling is paired.
with
    spellings as (
        select kind, contact_key, name_key, min(candidate_id) as first_id
        from staging.contact_key
        inner join staging.candidate_name using (candidate_id)
        group by kind, contact_key, name_key
    ),
    unlike_names as (
        select
            one.first_id as candidate_id_a,
            other.first_id as candidate_id_b,
            min(one.kind || '_only') as rule
        from spellings as one
        inner join spellings as other using (kind, contact_key)
        inner join staging.person as one_person on one.first_id = one_person.candidate_id
        inner join staging.person as other_person on other.first_id = other_person.candidate_id
        where one.first_id < other.first_id and one_person.person_id <> other_person.person_id
        group by candidate_id_a, candidate_id_b
    )
select candidate_id_a, candidate_id_b, rule, 'linked' as status
from staging.link
union all
select candidate_id_a, candidate_id_b, rule, 'review' as status
from unlike_names
