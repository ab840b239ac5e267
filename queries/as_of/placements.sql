-- grain: placement
-- key: placement_id
-- reads: typed.placements, typed.export
-- note: A start that lies ahead stays, it was planned; leaving, reneging and a rating that came
-- later are unknown.
select
    placements.* replace (
        case
            when placements.reneged_on <= export.as_of_on then placements.reneged_on
        end as reneged_on,
        case when placements.left_on <= export.as_of_on then placements.left_on end as left_on,
        case
            when placements.left_on > export.as_of_on then null else placements.leave_reason
        end as leave_reason,
        case
            when placements.rated_on > export.as_of_on then null else placements.manager_rating
        end as manager_rating,
        case when placements.rated_on <= export.as_of_on then placements.rated_on end as rated_on
    )
from typed.placements
cross join typed.export
