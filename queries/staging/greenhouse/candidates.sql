-- grain: candidate
-- shown_by: raw.candidate, raw.candidates
-- reads: raw.candidate(id, first_name, last_name), raw.email_address(candidate_id, index, value),
-- raw.phone_number(candidate_id, index, value), raw.social_media_address(candidate_id, value),
-- raw.candidates(id, first_name, last_name, email_addresses, phone_numbers, social_media_addresses,
-- website_addresses)
-- carries: raw.candidate, raw.candidates
with
    emails as (
        select candidate_id, arg_min(value, index) as email from raw.email_address group by 1
    ),
    phones as (
        select candidate_id, arg_min(value, index) as phone from raw.phone_number group by 1
    ),
    profiles as (
        select candidate_id, min(value) as linkedin_url
        from raw.social_media_address
        where contains(lower(value), 'linkedin.com')
        group by candidate_id
    )
select
    id as candidate_id,
    first_name as given_name,
    last_name as family_name,
    email,
    phone,
    linkedin_url,
    _file,
    _line
from raw.candidate
left join emails on candidate.id = emails.candidate_id
left join phones on candidate.id = phones.candidate_id
left join profiles on candidate.id = profiles.candidate_id
union all
select
    id,
    first_name,
    last_name,
    field_of(email_addresses, '$[0].value'),
    field_of(phone_numbers, '$[0].value'),
    list_filter(
        list_transform(
            list_concat(items_of(social_media_addresses), items_of(website_addresses)),
            lambda item:item ->> '$.value'
        ),
        lambda url:contains(lower(url), 'linkedin.com')
    )[1],
    _file,
    _line
from raw.candidates
