-- grain: one row
-- reads: marts.submission, marts.person_contact, marts.export
-- note: whether two records of one person could be told: not in an agency's own files, and not
-- where no record has an e-mail address, a phone number or a profile and nobody came twice
select
    owner <> 'agency'
    and (
        exists (
            select candidate_id
            from marts.person_contact
            where email is not null or phone is not null or linkedin_url is not null
        )
        or exists (select person_id from marts.submission group by person_id having count(*) > 1)
    ) as is_link_seen
from marts.export
