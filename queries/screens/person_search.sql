-- question: Who in the records is meant by a name, an e-mail address or a record's id?
-- grain: person_id
-- reads: marts.person_contact, marts.submission
-- readers: hr
-- note: a part of the name, else the whole of what names somebody; at most twenty people
with
    meant as (
        select distinct person_id
        from marts.person_contact
        where
            $text is null
            or contains(lower(full_name), lower(trim($text)))
            or lower(email) = lower(trim($text))
            or candidate_id = trim($text)
    ),
    persons as (
        select
            person_id,
            list_sort(list(distinct full_name) filter (full_name is not null)) as full_names,
            list(
                case
                    when is_a_place(candidate_id)
                    then erasure_key($salt, full_name, email, phone)
                    else candidate_id
                end
                order by candidate_id
            ) as records,
            bool_or(is_a_place(candidate_id)) as is_without_ids
        from marts.person_contact
        semi join meant using (person_id)
        group by person_id
    ),
    contacts as (
        select person_id, unnest([email, phone, linkedin_url]) as contact from marts.person_contact
    ),
    -- A mailbox that stands with several people, such as an agency's, names none of them.
    own_contacts as (
        select contact, min(person_id) as person_id
        from contacts
        where contact is not null
        group by contact
        having count(distinct person_id) = 1
    ),
    contacts_of as (
        select person_id, list(contact order by contact) as contacts
        from own_contacts
        group by person_id
    ),
    times as (
        select
            person_id,
            count(*) as submissions,
            min(received_on) as first_on,
            max(received_on) as last_on
        from marts.submission
        group by person_id
    )
select persons.*, contacts, coalesce(submissions, 0) as submissions, first_on, last_on
from persons
left join contacts_of using (person_id)
left join times using (person_id)
order by full_names, person_id
limit 20
