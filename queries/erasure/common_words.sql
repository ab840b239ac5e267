-- grain: words
-- reads: marts.submission, marts.offer, marts.interview, marts.dispute, marts.agency
-- note: Words that stand with three people or more, or name an agency, are a list's; others may be
-- about one person alone
with
    texts as (
        select person_id, unnest([decision_reason, withdrawal_reason]) as words
        from marts.submission
        union all
        select submission.person_id, offer.decline_reason
        from marts.offer as offer
        inner join marts.submission as submission using (submission_id)
        union all
        select submission.person_id, interview.recommendation
        from marts.interview as interview
        inner join marts.submission as submission using (submission_id)
        union all
        select submission.person_id, dispute.outcome
        from marts.dispute as dispute
        inner join marts.submission as submission using (submission_id)
    )
select words
from texts
where words is not null
group by words
having count(distinct person_id) >= 3
union
select unnest([agency_id, name])
from marts.agency
union
select
    unnest(
        ['first submission stands', 'claim upheld', 'yes', 'strong yes', 'hire', 'no', 'unknown']
    )
