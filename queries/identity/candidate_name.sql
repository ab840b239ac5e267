-- grain: candidate
-- key: candidate_id
-- reads: staging.candidates, staging.submissions, staging.latin_name
-- note: Names as they are compared: Latin letters, lower case, no accents, no titles, no
-- punctuation. Without
-- given_name and family_name the last word is the surname, or what stands before a comma. A
-- candidate who was not put forward by the as-of date takes no part, so that a later record cannot
-- join two earlier ones; in an export without submissions all take part.
with
    known_candidates as (
        select
            candidate_id,
            without_degrees(coalesce(whole.reads, full_name)) as full_name,
            coalesce(given.reads, given_name) as given_name,
            coalesce(family.reads, family_name) as family_name
        from staging.candidates
        left join staging.latin_name as whole on candidates.full_name = whole.written
        left join staging.latin_name as given on candidates.given_name = given.written
        left join staging.latin_name as family on candidates.family_name = family.written
        where
            candidate_id in (select candidate_id from staging.submissions)
            or not exists (select submission_id from staging.submissions)
    ),
    split_names as (
        select
            candidate_id,
            coalesce(
                given_name,
                case
                    when full_name like '%,%'
                    then split_part(full_name, ',', 2)
                    else regexp_extract(trim(full_name), '^(.*\S)\s+\S+$', 1)
                end,
                ''
            ) as given,
            coalesce(
                family_name,
                case
                    when full_name like '%,%'
                    then split_part(full_name, ',', 1)
                    else regexp_extract(trim(full_name), '(\S+)$', 1)
                end,
                ''
            ) as family
        from known_candidates
    ),
    plain_names as (
        select
            candidate_id,
            plain_words(given) as given_words,
            array_to_string(plain_words(family), ' ') as surname
        from split_names
    )
select
    candidate_id,
    surname,
    given_words,
    array_to_string(
        list_sort(list_distinct(given_words || string_split(surname, ' '))), ' '
    ) as name_key
from plain_names
