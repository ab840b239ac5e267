-- keeps: nothing: names and contact keys are HR's alone
-- reads: marts.person_contact
select candidate_id, person_id, full_name, email, phone, linkedin_url
from marts.person_contact
where false
