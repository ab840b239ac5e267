-- grain: candidate
-- reads: marts.person_contact, staging.gone
select person_contact.*
from marts.person_contact as person_contact
anti join staging.gone as gone on person_contact.candidate_id = gone.candidate_id
