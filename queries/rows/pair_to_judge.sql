-- question: Which pairs of records could be one person, or were taken for one?
-- grain: candidate_id_a, candidate_id_b
-- reads: marts.person_link, marts.person_contact
-- attribution: none
-- readers: hr
-- note: queue is review for pairs that people must judge, sample for linked ones to look over (ten
-- of each band of weights, the same for ever), apart for some of those left apart, judged for
-- others that somebody judged. Those to
-- look over come first, then the weightiest to judge, last what is judged
with
    banded as (
        select
            *,
            found = 'automatic'
            and row_number() over (
                partition by found, weight_band(weight)
                order by md5(candidate_id_a || ' ' || candidate_id_b)
            )
            <= 10 as is_sample
        from marts.person_link
    )
select
    banded.candidate_id_a,
    banded.candidate_id_b,
    case
        when found = 'review'
        then 'review'
        when is_sample
        then 'sample'
        when stands_for is not null
        then 'apart'
        else 'judged'
    end as queue,
    banded.status,
    banded.rule,
    banded.weight,
    banded.doubt,
    banded.evidence,
    banded.verdict,
    one.full_name as full_name_a,
    one.email as email_a,
    one.phone as phone_a,
    one.linkedin_url as linkedin_a,
    other.full_name as full_name_b,
    other.email as email_b,
    other.phone as phone_b,
    other.linkedin_url as linkedin_b
from banded
inner join marts.person_contact as one on banded.candidate_id_a = one.candidate_id
inner join marts.person_contact as other on banded.candidate_id_b = other.candidate_id
where found = 'review' or is_sample or stands_for is not null or verdict is not null
order by
    verdict is not null,
    found = 'review',
    weight desc nulls last,
    banded.candidate_id_a,
    banded.candidate_id_b
limit $row_limit
