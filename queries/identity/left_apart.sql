-- grain: pair of candidates that were compared and left apart
-- key: candidate_id_a, candidate_id_b
-- reads: staging.unlike_pair, staging.weighed_pair, staging.contact_key, staging.person,
-- staging.judged
-- note: At most 15 of each band of weights, drawn by their ids, for people to look for what was
-- missed. stands_for = how many pairs like it there are for each of them. Left out are those that
-- are one person by other records, and those whose two persons people are asked about anyway; one
-- that was judged stays, whatever the verdict
with
    asked_about as (
        select distinct
            least(one.person_id, other.person_id) as person_id,
            greatest(one.person_id, other.person_id) as other_person_id
        from staging.weighed_pair
        inner join staging.person as one on candidate_id_a = one.candidate_id
        inner join staging.person as other on candidate_id_b = other.candidate_id
    ),
    share_a_key as (
        select candidate_id_a, candidate_id_b
        from staging.unlike_pair
        inner join staging.contact_key as one on candidate_id_a = one.candidate_id
        inner join staging.contact_key as other on candidate_id_b = other.candidate_id
        where one.kind = other.kind and one.contact_key = other.contact_key
    ),
    drawn as (
        select
            unlike_pair.*,
            judged.found is not null as is_judged,
            least(one.person_id, other.person_id) as person_id,
            greatest(one.person_id, other.person_id) as other_person_id
        from staging.unlike_pair
        inner join staging.person as one on candidate_id_a = one.candidate_id
        inner join staging.person as other on candidate_id_b = other.candidate_id
        left join staging.judged using (candidate_id_a, candidate_id_b)
        where coalesce(judged.found, 'unlike') = 'unlike'
    ),
    eligible as (
        select *
        from drawn
        anti join share_a_key using (candidate_id_a, candidate_id_b)
        where
            is_judged
            or (
                person_id <> other_person_id
                and (person_id, other_person_id)
                not in (select (person_id, other_person_id) from asked_about)
            )
    ),
    chances as (
        select band, any_value(pairs) / count(*) as each_for from staging.unlike_pair group by band
    )
select
    candidate_id_a,
    candidate_id_b,
    weight,
    evidence,
    each_for
    * count(*) over (partition by band)
    / least(15, count(*) over (partition by band)) as stands_for
from eligible
inner join chances using (band)
qualify
    row_number() over (partition by band order by md5(candidate_id_a || ' ' || candidate_id_b))
    <= 15
