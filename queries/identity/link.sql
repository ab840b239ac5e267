-- grain: pair of candidates that are one person by their keys
-- key: candidate_id_a, candidate_id_b
-- reads: staging.candidate_name, staging.contact_key
-- note: Each record is tied to the smallest of its group, not to every other: the groups are the
-- same and the pairs stay few. A pair stands once, under its strongest rule.
with
    named_keys as (
        select kind, contact_key, candidate_id, surname, given_words, name_key
        from staging.contact_key
        inner join staging.candidate_name using (candidate_id)
    ),
    spellings as (
        select contact_key, surname, given_words, name_key, min(candidate_id) as first_id
        from named_keys
        where kind = 'email'
        group by contact_key, surname, given_words, name_key
    ),
    ties as (
        select
            1 as strength,
            'linkedin' as rule,
            min(candidate_id) over (partition by contact_key) as tied_to,
            candidate_id
        from named_keys
        where kind = 'linkedin'
        union all
        select
            2,
            'email_and_phone',
            min(candidate_id) over (partition by mail.contact_key, phone.contact_key),
            candidate_id
        from named_keys as mail
        inner join named_keys as phone using (candidate_id)
        where mail.kind = 'email' and phone.kind = 'phone'
        union all
        select
            3,
            'email_and_name',
            min(candidate_id) over (partition by contact_key, surname, given_words, name_key),
            candidate_id
        from named_keys
        where kind = 'email'
        union all
        select 3, 'email_and_name', one.first_id, other.first_id
        from spellings as one
        inner join
            spellings as other
            on one.contact_key = other.contact_key
            and one.first_id <> other.first_id
        where names_are_alike(one, other)
        union all
        select
            4,
            'phone_and_surname',
            min(candidate_id) over (partition by contact_key, surname),
            candidate_id
        from named_keys
        where kind = 'phone' and surname <> ''
    )
select
    least(tied_to, candidate_id) as candidate_id_a,
    greatest(tied_to, candidate_id) as candidate_id_b,
    arg_min(rule, strength) as rule
from ties
where tied_to <> candidate_id
group by candidate_id_a, candidate_id_b
