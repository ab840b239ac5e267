-- question: Are the managers content with the people who started?
-- grain: group
-- reads: marts.placement, marts.export
-- with: starters_in_scope
-- by: agency, channel, client, department, quarter
-- unit: starter of 30 days ago or more, or already rated; rates are fractions
-- attribution: started
-- direction: higher is better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval; bounds by taking all silent ones as content or not
-- note: favourable = rated 4 or 5 of 5. favourable_rate is of the rated ones; favourable_at_least
-- and
-- favourable_at_most are what it would be of all asked, were every silent manager discontent or
-- content. All but asked are null where the whole build holds no rating
with
    written as (select count(manager_rating) > 0 as are_written from marts.placement),
    counted as (
        select
            "group",
            count(*) as asked,
            count(manager_rating) as rated,
            count(*) filter (where manager_rating >= 4) as favourable,
            count(*) filter (where manager_rating = 1) as rated_1,
            count(*) filter (where manager_rating = 2) as rated_2,
            count(*) filter (where manager_rating = 3) as rated_3,
            count(*) filter (where manager_rating = 4) as rated_4,
            count(*) filter (where manager_rating = 5) as rated_5
        from starters_in_scope
        where not is_excluded and (days_since_start >= 30 or manager_rating is not null)
        group by all
    )
select
    "group",
    asked,
    case when are_written then counted.rated end as rated,
    case when are_written then share(counted.rated, asked) end as response_rate,
    case when are_written then counted.favourable end as favourable,
    case when are_written then share(counted.favourable, counted.rated) end as favourable_rate,
    case when are_written then wilson_low(counted.favourable, counted.rated) end as favourable_low,
    case
        when are_written then wilson_high(counted.favourable, counted.rated)
    end as favourable_high,
    case when are_written then share(counted.favourable, asked) end as favourable_at_least,
    case
        when are_written then share(counted.favourable + asked - counted.rated, asked)
    end as favourable_at_most,
    case when are_written then counted.rated_1 end as rated_1,
    case when are_written then counted.rated_2 end as rated_2,
    case when are_written then counted.rated_3 end as rated_3,
    case when are_written then counted.rated_4 end as rated_4,
    case when are_written then counted.rated_5 end as rated_5
from counted
cross join written
order by "group"
