-- grain: place
-- reads: marts.submission, marts.search, marts.person_contact
-- with: listed_by_us
-- note: The agency's own list ($listed, an entry per row of its file). Which search of ours a row
-- names: by its id, else by a title that only one has.
with
    searches as (select distinct search_id, title from listed_by_us),
    titles as (
        select lower(trim(title)) as title, min(search_id) as search_id
        from searches
        group by all
        having count(*) = 1
    ),
    entries as (
        select
            unnest(
                $listed::struct(
                    place bigint,
                    submission_id varchar,
                    search_id varchar,
                    title varchar,
                    candidate_id varchar,
                    email varchar,
                    received_on date
                )[]
            ) as entry
    )
select
    entry.place,
    entry.submission_id,
    entry.candidate_id,
    entry.received_on,
    coalesce(by_id.search_id, by_id_as_title.search_id, titles.search_id) as search_id,
    lower(trim(entry.email)) as mail,
    count(*) over (partition by mail) as rows_of_mail
from entries
left join searches as by_id on entry.search_id = by_id.search_id
left join searches as by_id_as_title on entry.title = by_id_as_title.search_id
left join titles on lower(trim(entry.title)) = titles.title
