-- question: What is a person called in the records?
-- grain: person_id
-- reads: marts.person_contact
-- readers: hr
-- note: for the company's own edition alone; the longest name where records differ
select person_id, arg_max(full_name, (length(full_name), candidate_id)) as full_name
from marts.person_contact
where full_name is not null and ($person_id is null or person_id = $person_id)
group by person_id
order by person_id
