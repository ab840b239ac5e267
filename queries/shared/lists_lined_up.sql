-- grain: place, submission_id
-- reads: marts.submission, marts.search, marts.person_contact, marts.export
-- with: listed_by_us, listed_by_agency, listed_pairs, listed_period
-- note: Both lists, row by row. What lies outside the days that both cover is in neither's way; a
-- pair counts where either list dates it within them. Two days apart or more are another day: one
-- is a matter of time zones and of evenings. A row that nothing matches but that gives an e-mail
-- address can't be told in figures without any, such as an agency's own file.
select
    theirs.place,
    ours.submission_id,
    pairs.matched_by,
    case
        when
            not coalesce(ours.received_on between period_from and period_to, false)
            and not coalesce(theirs.received_on between period_from and period_to, false)
        then 'outside'
        when theirs.place is null
        then 'only_ours'
        when ours.submission_id is null and theirs.mail is not null and not has_mail
        then 'unseen'
        when ours.submission_id is null
        then 'only_theirs'
        else 'both'
    end as outcome,
    coalesce(ours.search_id, theirs.search_id) as search_id,
    ours.title,
    ours.candidate_id,
    theirs.received_on as their_day,
    ours.received_on as our_day,
    theirs.received_on - ours.received_on as days_later,
    coalesce(outcome = 'both' and abs(days_later) > 1, false) as has_other_day
from listed_pairs as pairs
full join listed_by_agency as theirs on pairs.place = theirs.place
full join listed_by_us as ours on pairs.submission_id = ours.submission_id
cross join listed_period
