-- grain: candidate and kind of key
-- key: candidate_id, kind
-- reads: staging.candidates, staging.candidate_name, staging.agencies
-- note: What an e-mail address, a phone number and a LinkedIn address have in common however they
-- are written. Role mailboxes, addresses at an agency's domain and keys that stand beside more than
-- five names name nobody.
with
    agency_domains as (
        select distinct
            ltrim(unnest(regexp_split_to_array(lower(email_domain), '[;,\s]+')), '@') as domain
        from staging.agencies
    ),
    plain_contacts as (
        select
            candidate_name.candidate_id,
            candidate_name.name_key,
            plain_email(candidates.email) as email,
            plain_phone(candidates.phone) as phone,
            plain_linkedin(candidates.linkedin_url) as linkedin
        from staging.candidate_name
        inner join staging.candidates using (candidate_id)
    ),
    keys as (
        select candidate_id, name_key, 'email' as kind, email as contact_key
        from plain_contacts
        where
            not is_role_mailbox(email)
            and split_part(email, '@', 2)
            not in (select domain from agency_domains where domain is not null)
        union all
        select candidate_id, name_key, 'phone' as kind, phone as contact_key
        from plain_contacts
        where phone is not null
        union all
        select candidate_id, name_key, 'linkedin' as kind, linkedin as contact_key
        from plain_contacts
        where linkedin is not null
    ),
    shared_by_too_many as (
        select kind, contact_key
        from keys
        group by kind, contact_key
        having count(distinct nullif(name_key, '')) > 5
    )
select keys.candidate_id, keys.kind, keys.contact_key
from keys
anti join shared_by_too_many using (kind, contact_key)
