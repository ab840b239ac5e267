-- question: When somebody asked for more than the standard terms, was it granted?
-- grain: group, term
-- reads: marts.offer
-- with: offers_in_scope
-- by: agency, client, department, quarter, negotiation_led_by
-- unit: submission with an offer (its latest one); rates are fractions
-- attribution: extended
-- direction: neither: how much to give is a matter of agreement
-- owner: hr
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: a row per term that somebody asked for, and the row any, of offers with at least one term
-- asked for, and of those
-- the ones with at least one granted. Pay counts as asked for, or granted, too where the asked
-- or the offered salary is above the standard one. asked and granted are null where no offer of
-- the whole build says anything of terms
with
    written as (
        select
            bool_or(
                len(terms_requested) > 0
                or len(terms_granted) > 0
                or (asked_salary is not null and standard_salary is not null)
            ) as are_written
        from marts.offer
    ),
    terms as (
        select
            "group",
            submission_id,
            term,
            coalesce(list_contains(terms_requested, term), false)
            or (term = 'pay' and coalesce(asked_salary > standard_salary, false)) as is_asked,
            coalesce(list_contains(terms_granted, term), false)
            or (term = 'pay' and coalesce(offered_salary > standard_salary, false)) as is_granted
        from offers_in_scope
        cross join
            (select unnest(['pay', 'start', 'hours', 'remote', 'bonus', 'notice', 'title']) as term)
    ),
    cases as (
        select "group", term, is_asked, is_granted
        from terms
        union all
        select "group", 'any', bool_or(is_asked), bool_or(is_granted)
        from terms
        group by "group", submission_id
    ),
    counted as (
        select
            "group",
            term,
            count(*) as offers,
            count(*) filter (where is_asked) as asked,
            count(*) filter (where is_asked and is_granted) as granted
        from cases
        group by all
    )
select
    "group",
    term,
    offers,
    case when are_written then counted.asked end as asked,
    case when are_written then counted.granted end as granted,
    case when are_written then share(counted.granted, counted.asked) end as granted_rate,
    case when are_written then wilson_low(counted.granted, counted.asked) end as granted_low,
    case when are_written then wilson_high(counted.granted, counted.asked) end as granted_high
from counted
cross join written
where term = 'any' or counted.asked > 0
order by "group", term <> 'any', counted.asked desc, term
