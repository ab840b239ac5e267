-- grain: pair of candidates that are one person by their keys
-- key: candidate_id_a, candidate_id_b
-- reads: staging.candidate_name, staging.contact_key
-- note: A phone and a surname tie two records only where the first names are alike too, or
-- one of them is not known: a family shares both. Each record is tied to the smallest of its
-- group, not to every other: the groups are the
-- same and the pairs stay few. A pair stands once, under its strongest rule.
with
    named_keys as (
        select kind, contact_key, candidate_id, surname, given_words, name_key
        from staging.contact_key
        inner join staging.candidate_name using (candidate_id)
    ),
    spellings as (
        select kind, contact_key, surname, given_words, name_key, min(candidate_id) as first_id
        from named_keys
        where kind in ('email', 'phone')
        group by kind, contact_key, surname, given_words, name_key
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
            on one.kind = other.kind
            and one.contact_key = other.contact_key
            and one.first_id <> other.first_id
        where one.kind = 'email' and names_are_alike(one, other)
        union all
        select
            4,
            'phone_and_surname',
            min(candidate_id) over (partition by contact_key, surname, given_words, name_key),
            candidate_id
        from named_keys
        where kind = 'phone' and surname <> ''
        union all
        select 4, 'phone_and_surname', one.first_id, other.first_id
        from spellings as one
        inner join
            spellings as other
            on one.kind = other.kind
            and one.contact_key = other.contact_key
            and one.surname = other.surname
            and one.first_id <> other.first_id
        where
            one.kind = 'phone'
            and one.surname <> ''
            and given_names_are_alike(one.given_words, other.given_words)
    )
select
    least(tied_to, candidate_id) as candidate_id_a,
    greatest(tied_to, candidate_id) as candidate_id_b,
    arg_min(rule, strength) as rule
from ties
where tied_to <> candidate_id
group by candidate_id_a, candidate_id_b
