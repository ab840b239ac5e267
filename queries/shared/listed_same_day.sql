-- grain: place, submission_id
-- reads: marts.submission, marts.search, marts.person_contact
-- with: listed_alike
-- note: of those that could go together the ones of the same day, or of one before or after
with
    ranked as (
        select *, row_number() over (order by days_apart, way, place, submission_id) as rank
        from listed_alike
        where days_apart <= 1
    )
select place, submission_id, matched_by
from ranked
qualify
    rank = min(rank) over (partition by place)
    and rank = min(rank) over (partition by submission_id)
