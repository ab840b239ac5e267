-- grain: candidate and kind of block
-- key: candidate_id, kind
-- reads: staging.record
-- note: Two records are compared only where they stand in one block: rare enough to be few, many
-- enough that a person who is spelled in two ways meets the other spelling in at least one. A
-- block of
-- more than 100 records tells nobody apart and would take its square to compare: it is none
with
    blocks as (
        select
            candidate_id,
            unnest(
                [
                    struct_pack(kind := 'email', value := email),
                    struct_pack(kind := 'phone', value := phone),
                    struct_pack(kind := 'linkedin', value := linkedin),
                    struct_pack(
                        kind := 'names',
                        value := least(given_name, surname) || ' ' || greatest(given_name, surname)
                    ),
                    struct_pack(
                        kind := 'beginnings',
                        value := left(surname, 4) || ' ' || left(given_name, 3)
                    ),
                    struct_pack(kind := 'mailbox', value := mailbox || ' ' || left(surname, 4)),
                    struct_pack(kind := 'birth', value := birth),
                    struct_pack(kind := 'street', value := street),
                    struct_pack(kind := 'surname_place', value := surname || ' ' || postcode),
                    struct_pack(kind := 'given_place', value := given_name || ' ' || postcode),
                    struct_pack(kind := 'surname_year', value := surname || ' ' || left(birth, 4)),
                    struct_pack(kind := 'given_year', value := given_name || ' ' || left(birth, 4)),
                    struct_pack(kind := 'surname_day', value := surname || ' ' || right(birth, 4)),
                    struct_pack(kind := 'given_day', value := given_name || ' ' || right(birth, 4)),
                    struct_pack(kind := 'place_day', value := postcode || ' ' || right(birth, 4)),
                    struct_pack(kind := 'place_year', value := postcode || ' ' || left(birth, 4)),
                    struct_pack(
                        kind := 'city_surname',
                        value := city || ' ' || left(surname, 4) || ' ' || left(birth, 4)
                    )
                ],
                recursive := true
            )
        from staging.record
    )
select candidate_id, kind, value
from blocks
where value is not null
qualify count(*) over (partition by kind, value) between 2 and 100
