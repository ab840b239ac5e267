-- keeps: openings of searches given to the agency
-- reads: marts.opening_chance, marts.brief
-- with: searches_given
-- note: A chance that could tell one other agency's openings is null.
with
    given as (
        select opening_chance.*, coalesce(list_contains(told_to, $agency_id), false) as is_told
        from marts.opening_chance
        semi join searches_given on opening_chance.search_id = searches_given.search_id
    )
select
    opening_id,
    search_id,
    age_days,
    is_on_hold,
    case when is_told then filled_in_30_rate end as filled_in_30_rate,
    case when is_told then filled_in_30_low end as filled_in_30_low,
    case when is_told then filled_in_30_high end as filled_in_30_high,
    case when is_told then filled_in_60_rate end as filled_in_60_rate,
    case when is_told then filled_in_60_low end as filled_in_60_low,
    case when is_told then filled_in_60_high end as filled_in_60_high,
    null::varchar[] as told_to
from given
