-- grain: pair of candidates
-- key: candidate_id_a, candidate_id_b
-- reads: staging.tie, staging.loose_tie, staging.link, staging.weighed_pair, staging.contact_key,
-- staging.candidate_name, staging.person, staging.verdict_pair, staging.judged,
-- staging.left_apart
-- note: `linked` pairs are one person. A pair for `review` may be: it shares one key under unlike
-- names, is alike without an equal key, hangs on a loose group, or was cut off because somebody
-- said
-- that two others are different; of all pairs between two people only the weightiest. `apart` are
-- those that somebody said are different, and some of those left apart as unlike, each of which
-- stands_for so many like it. weight are powers of two for one person against two,
-- doubt
-- what they started from, evidence what each comparison added. found is what it would be had nobody
-- judged it
with
    spellings as (
        select kind, contact_key, name_key, min(candidate_id) as first_id
        from staging.contact_key
        inner join staging.candidate_name using (candidate_id)
        group by kind, contact_key, name_key
    ),
    maybe as (
        select
            least(one.first_id, other.first_id) as candidate_id_a,
            greatest(one.first_id, other.first_id) as candidate_id_b,
            one.kind || '_only' as rule,
            2 as rank
        from spellings as one
        inner join spellings as other using (kind, contact_key)
        where one.first_id < other.first_id
        union all
        select candidate_id_a, candidate_id_b, 'loose_group', 1
        from staging.loose_tie
        union all
        select candidate_id_a, candidate_id_b, rule, 0
        from staging.tie
        union all
        select candidate_id_a, candidate_id_b, 'alike', 3
        from staging.weighed_pair
    ),
    between_people as (
        select
            candidate_id_a,
            candidate_id_b,
            arg_min(maybe.rule, (rank, maybe.rule)) as rule,
            max(weight) as weight,
            least(one.person_id, other.person_id) as person_id,
            greatest(one.person_id, other.person_id) as other_person_id
        from maybe
        inner join staging.person as one on candidate_id_a = one.candidate_id
        inner join staging.person as other on candidate_id_b = other.candidate_id
        left join staging.weighed_pair using (candidate_id_a, candidate_id_b)
        where one.person_id <> other.person_id
        group by all
    ),
    weightiest as (
        select candidate_id_a, candidate_id_b, rule, 'review' as status
        from between_people
        anti join
            (from staging.verdict_pair where verdict = 'different') as apart using (
                candidate_id_a, candidate_id_b
            )
        qualify
            row_number() over (
                partition by person_id, other_person_id
                order by weight desc nulls last, candidate_id_a, candidate_id_b
            )
            = 1
    ),
    every_pair as (
        select candidate_id_a, candidate_id_b, rule, 'linked' as status
        from staging.tie
        anti join between_people using (candidate_id_a, candidate_id_b)
        union all
        from weightiest
        union all
        select candidate_id_a, candidate_id_b, 'verdict', 'apart'
        from staging.verdict_pair
        where verdict = 'different'
        union all
        select candidate_id_a, candidate_id_b, 'unlike', 'apart'
        from staging.left_apart
        anti join
            (from staging.verdict_pair where verdict <> 'unsure') as judged_so using (
                candidate_id_a, candidate_id_b
            )
    ),
    weighed as (
        select candidate_id_a, candidate_id_b, weight, evidence, null::double as stands_for
        from staging.weighed_pair
        union all by name
        from staging.left_apart
    )
select
    every_pair.*,
    weighed.weight,
    weight - list_sum(list_transform(evidence, lambda part:part.weight)) as doubt,
    weighed.evidence,
    verdict_pair.verdict,
    coalesce(
        judged.found,
        case
            when every_pair.status = 'linked'
            then 'automatic'
            when every_pair.rule = 'unlike'
            then 'unlike'
            else 'review'
        end
    ) as found,
    weighed.stands_for
from every_pair
left join weighed using (candidate_id_a, candidate_id_b)
left join staging.verdict_pair using (candidate_id_a, candidate_id_b)
left join staging.judged using (candidate_id_a, candidate_id_b)
