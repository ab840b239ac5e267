-- question: Which candidate records are there?
-- grain: candidate_id
-- reads: marts.person_contact
-- readers: hr
-- note: what a verdict may name
select candidate_id from marts.person_contact order by candidate_id
