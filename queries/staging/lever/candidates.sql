-- grain: contact, one person however many opportunities
-- reads: raw.opportunity(contact, name, created_at), raw.contact_email(contact_id, email),
-- raw.contact_phone(contact_id, index, value), raw.contact_link(contact_id, link),
-- raw.opportunities(contact, name, createdat, emails, phones, links)
-- carries: raw.opportunity, raw.opportunities
-- note: Lever knows its people: opportunities of one contact are one person, whatever they are
-- called.
with
    emails as (select contact_id, min(email) as email from raw.contact_email group by contact_id),
    phones as (
        select contact_id, arg_min(value, index) as phone from raw.contact_phone group by contact_id
    ),
    profiles as (
        select contact_id, min(link) as linkedin_url
        from raw.contact_link
        where contains(lower(link), 'linkedin.com')
        group by contact_id
    ),
    contacts as (
        select contact, name, created_at, email, phone, linkedin_url, _file, _line
        from raw.opportunity
        left join emails on opportunity.contact = emails.contact_id
        left join phones on opportunity.contact = phones.contact_id
        left join profiles on opportunity.contact = profiles.contact_id
        union all
        select
            contact,
            name,
            createdat,
            field_of(emails, '$[0]'),
            field_of(phones, '$[0].value'),
            list_filter(
                list_transform(items_of(links), lambda item:item ->> '$'),
                lambda url:contains(lower(url), 'linkedin.com')
            )[1],
            _file,
            _line
        from raw.opportunities
    )
select
    contact as candidate_id,
    arg_min(name, (created_at, _file, _line)) as full_name,
    arg_min(email, (created_at, _file, _line)) as email,
    arg_min(phone, (created_at, _file, _line)) as phone,
    arg_min(linkedin_url, (created_at, _file, _line)) as linkedin_url,
    arg_min(_file, (created_at, _file, _line)) as _file,
    arg_min(_line, (created_at, _file, _line)) as _line
from contacts
where contact is not null
group by contact
