-- grain: place, submission_id
-- reads: marts.submission, marts.search, marts.person_contact
-- with: listed_alike, listed_same_day
-- note: of what is left both in the order of their days: first by candidate, then by e-mail address
with
    others as (
        select *
        from listed_alike
        where
            place not in (select place from listed_same_day)
            and submission_id not in (select submission_id from listed_same_day)
    ),
    by_candidate as (
        select *
        from others
        where way = 1
        qualify
            row_number() over (partition by submission_id order by their_day, place)
            = row_number() over (partition by place order by our_day, submission_id)
    ),
    by_mail as (
        select *
        from others
        where
            way > 1
            and place not in (select place from by_candidate)
            and submission_id not in (select submission_id from by_candidate)
        qualify
            row_number() over (partition by submission_id, way order by their_day, place)
            = row_number() over (partition by place, way order by our_day, submission_id)
    )
select place, submission_id, matched_by
from by_candidate
union all
select place, submission_id, matched_by
from by_mail
