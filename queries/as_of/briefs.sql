-- grain: search and agency
-- key: search_id, agency_id
-- reads: typed.briefs, typed.export
-- note: A brief that was released later was still out.
select
    briefs.* replace (
        case when briefs.released_at <= export.as_of_at then briefs.released_at end as released_at,
        case when briefs.released_at <= export.as_of_at then briefs.released_on end as released_on
    )
from typed.briefs
cross join typed.export
where briefs.briefed_at <= export.as_of_at
