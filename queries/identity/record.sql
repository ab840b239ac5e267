-- grain: candidate
-- key: candidate_id
-- reads: staging.candidates, staging.candidate_name, staging.contact_key, staging.given_form
-- note: A candidate as it is compared with others: what is not known is empty and says nothing.
-- given_name is the first given word, given_forms are it and the names it is a short form of. A
-- birth
-- date is its eight digits, the year first
with
    keys as (
        select
            candidate_id,
            max(contact_key) filter (where kind = 'email') as email,
            max(contact_key) filter (where kind = 'phone') as phone,
            max(contact_key) filter (where kind = 'linkedin') as linkedin
        from staging.contact_key
        group by candidate_id
    ),
    plain as (
        select
            candidate_name.candidate_id,
            surname,
            given_words[1] as given_name,
            keys.email,
            keys.phone,
            keys.linkedin,
            plain_birth(candidates.date_of_birth) as birth,
            array_to_string(plain_words(candidates.street), ' ') as street,
            array_to_string(plain_words(candidates.city), ' ') as city,
            regexp_replace(upper(candidates.postcode), '[^A-Z0-9]', '', 'g') as postcode
        from staging.candidate_name
        inner join staging.candidates using (candidate_id)
        left join keys using (candidate_id)
    ),
    known as (
        select
            plain.* replace (
                nullif(surname, '') as surname,
                nullif(given_name, '') as given_name,
                nullif(street, '') as street,
                nullif(city, '') as city,
                nullif(postcode, '') as postcode
            )
        from plain
    )
select
    known.*,
    split_part(email, '@', 1) as mailbox,
    string_split(coalesce(given_form.reads, given_name), ';') as given_forms
from known
left join staging.given_form on known.given_name = given_form.written
