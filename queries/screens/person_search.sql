-- question: Who in the records is meant by a name, an e-mail address or a record's id?
-- grain: person_id
-- reads: marts.person_contact, marts.person_link, marts.submission, marts.search, marts.agency
-- readers: hr
-- note: a part of the name, else the whole of what names somebody; at most twenty people. sent =
-- who put the person forward for what and when, the latest first; alike = other people's records
-- that nobody has yet told from these on Who is who
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
            list(candidate_id order by candidate_id) as candidate_ids,
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
            submission.person_id,
            count(*) as submissions,
            min(received_on) as first_on,
            max(received_on) as last_on,
            list(
                struct_pack(
                    candidate_id := submission.candidate_id,
                    sent_by := coalesce(agency.name, submission.agency_id),
                    channel := submission.channel,
                    search_id := submission.search_id,
                    title := search.title,
                    received_on := submission.received_on
                )
                order by received_at desc, submission_id
            ) as sent
        from marts.submission as submission
        semi join meant on submission.person_id = meant.person_id
        left join marts.search as search on submission.search_id = search.search_id
        left join marts.agency as agency on submission.agency_id = agency.agency_id
        group by submission.person_id
    ),
    pairs as (
        select candidate_id_a as candidate_id, candidate_id_b as other_id
        from marts.person_link
        where status = 'review' and verdict is null
        union all
        select candidate_id_b, candidate_id_a
        from marts.person_link
        where status = 'review' and verdict is null
    ),
    alike_of as (
        select one.person_id, list(distinct pairs.other_id order by pairs.other_id) as alike
        from pairs
        inner join marts.person_contact as one on pairs.candidate_id = one.candidate_id
        inner join marts.person_contact as other on pairs.other_id = other.candidate_id
        where one.person_id <> other.person_id
        group by one.person_id
    )
select persons.*, contacts, coalesce(submissions, 0) as submissions, first_on, last_on, sent, alike
from persons
left join contacts_of using (person_id)
left join times using (person_id)
left join alike_of using (person_id)
order by full_names, person_id
limit 20
