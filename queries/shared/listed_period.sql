-- grain: one row
-- reads: marts.submission, marts.search, marts.person_contact, marts.export
-- with: listed_by_us, listed_by_agency
-- note: The days that both lists cover: ours from covers_from, else its first submission, to the
-- day
-- of the figures; theirs from its first row to its last.
with
    ours as (
        select
            coalesce(any_value(covers_from), min(received_on)) as ours_from,
            any_value(as_of_on) as ours_to,
            count(mail) > 0 as has_mail
        from marts.export
        left join listed_by_us on true
    ),
    theirs as (
        select min(received_on) as theirs_from, max(received_on) as theirs_to from listed_by_agency
    )
select
    ours.*,
    theirs.*,
    greatest(ours_from, theirs_from) as period_from,
    least(ours_to, theirs_to) as period_to
from ours
cross join theirs
