-- promise: Every pair of records names two known ones: one person where they are linked, two where
-- nobody has judged yet
-- grain: pair of candidate records
-- reads: marts.person_link, marts.person_contact
select person_link.candidate_id_a, person_link.candidate_id_b, person_link.status
from marts.person_link
left join marts.person_contact as one on person_link.candidate_id_a = one.candidate_id
left join marts.person_contact as other on person_link.candidate_id_b = other.candidate_id
where
    one.person_id is null
    or other.person_id is null
    or (one.person_id = other.person_id) <> (person_link.status = 'linked')
