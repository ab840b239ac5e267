-- grain: place, submission_id, way
-- reads: marts.submission, marts.search, marts.person_contact
-- with: listed_by_us, listed_by_agency, listed_by_id
-- note: What else could go together: one candidate or one e-mail address for one search; one
-- address alone, where neither list has it twice and the row names no search of ours.
with
    theirs as (select * from listed_by_agency where place not in (select place from listed_by_id)),
    ours as (
        select *
        from listed_by_us
        where submission_id not in (select submission_id from listed_by_id)
    ),
    alike as (
        select 1 as way, 'candidate_and_search' as matched_by, theirs, ours
        from theirs
        inner join
            ours on theirs.candidate_id = ours.candidate_id and theirs.search_id = ours.search_id
        union all
        select 2, 'email_and_search', theirs, ours
        from theirs
        inner join ours on theirs.mail = ours.mail and theirs.search_id = ours.search_id
        union all
        select 3, 'email', theirs, ours
        from theirs
        inner join ours on theirs.mail = ours.mail
        where theirs.search_id is null and theirs.rows_of_mail = 1 and ours.rows_of_mail = 1
    )
select
    theirs.place,
    ours.submission_id,
    way,
    matched_by,
    theirs.received_on as their_day,
    ours.received_on as our_day,
    abs(their_day - our_day) as days_apart
from alike
