-- grain: submission that was rejected in bulk when its search closed
-- key: submission_id
-- reads: staging.submissions, marts.search
-- note: Three or more rejections of one search within 10 minutes on its day of closing answer
-- nobody. A rejection is one of three where it is the first, the middle or the last of three
-- neighbours that close together. Where only the day is known (midnight), the minutes are not.
with
    closing_rejections as (
        select submission_id, search_id, decided_at
        from staging.submissions
        inner join marts.search using (search_id)
        where
            decision = 'rejected'
            and decided_on = closed_on
            and decided_at <> timezone(time_zone, decided_on::timestamp)
    )
select submission_id
from closing_rejections
window by_time as (partition by search_id order by decided_at, submission_id)
qualify
    lead(decided_at, 2) over by_time <= decided_at + interval 10 minutes
    or lead(decided_at) over by_time <= lag(decided_at) over by_time + interval 10 minutes
    or decided_at <= lag(decided_at, 2) over by_time + interval 10 minutes
