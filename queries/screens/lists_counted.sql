-- question: How far do the agency's own list of submissions and ours agree?
-- grain: one row
-- reads: marts.submission, marts.search, marts.person_contact, marts.export
-- with: lists_lined_up, listed_period
-- readers: hr, agency
-- note: other_day is a part of both
with
    counts as (
        select
            count(*) filter (outcome = 'both') as both,
            count(*) filter (outcome = 'only_theirs') as only_theirs,
            count(*) filter (outcome = 'only_ours') as only_ours,
            count(*) filter (has_other_day) as other_day,
            count(*) filter (outcome = 'unseen') as unseen,
            count(*) filter (outcome = 'outside' and place is not null) as theirs_outside,
            count(*) filter (outcome = 'outside' and place is null) as ours_outside,
            count(*) filter (outcome = 'both' and matched_by = 'submission_id') as by_submission_id,
            count(*) filter (
                outcome = 'both' and matched_by = 'candidate_and_search'
            ) as by_candidate,
            count(*) filter (
                outcome = 'both' and matched_by in ('email_and_search', 'email')
            ) as by_email
        from lists_lined_up
    )
select *
from counts
cross join listed_period
