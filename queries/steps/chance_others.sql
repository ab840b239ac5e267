-- grain: agency that may ask for a chance, age in steps of ten days, other agency, and role family
-- key: agency_id, age_step, peer_id, role_family
-- reads: steps.chance, marts.opening, marts.brief_opening
-- note: How many openings given to the other agency and not to the first one were still open at
-- that age, and how many of those were filled later. Counted per agency, then without those that
-- both were given, because every pair of agencies and openings would be too many rows.
with
    followed as (
        select
            opening_id,
            role_family,
            (outcome = 'filled')::integer as is_filled,
            unnest(range(ceil(entry_days / 10)::integer, ceil(days / 10)::integer)) as age_step
        from marts.opening
        where not is_excluded
    ),
    of_agency as (
        select agency_id as peer_id, role_family, age_step, count(*) as n, sum(is_filled) as k
        from followed
        inner join marts.brief_opening using (opening_id)
        group by all
    ),
    of_both as (
        select
            own.agency_id,
            given.agency_id as peer_id,
            role_family,
            age_step,
            count(*) as n,
            sum(is_filled) as k
        from followed
        inner join marts.brief_opening as given on followed.opening_id = given.opening_id
        inner join marts.brief_opening as own on followed.opening_id = own.opening_id
        group by all
    ),
    asking as (
        select distinct agency_id, ceil(age_days / 10)::integer as age_step
        from steps.chance
        inner join marts.brief_opening using (opening_id)
    )
select
    asking.agency_id,
    asking.age_step,
    of_agency.peer_id,
    of_agency.role_family,
    of_agency.n - coalesce(of_both.n, 0) as n,
    of_agency.k - coalesce(of_both.k, 0) as k
from asking
inner join of_agency on asking.age_step = of_agency.age_step
left join
    of_both
    on asking.agency_id = of_both.agency_id
    and asking.age_step = of_both.age_step
    and of_agency.peer_id = of_both.peer_id
    and of_agency.role_family is not distinct from of_both.role_family
where of_agency.n > coalesce(of_both.n, 0)
