-- grain: submission of a person who was put forward more than once
-- key: submission_id
-- reads: staging.submissions, staging.searches, staging.person, marts.agency
-- note: Only these can be redundant. `rejected_at` puts rejections in order: one that sorts before
-- its own receipt (a day has no time) counts from the receipt. A submission is live until
-- `ended_at`; one that was rejected on an unknown day never was.
with
    submissions as (
        select submissions.*, person.person_id, agency.ownership_days
        from staging.submissions
        semi join staging.searches using (search_id)
        inner join staging.person using (candidate_id)
        left join marts.agency using (agency_id)
    ),
    repeated_persons as (select person_id from submissions group by person_id having count(*) > 1)
select
    submission_id,
    search_id,
    person_id,
    agency_id,
    channel = 'agency' as is_from_agency,
    channel in ('direct', 'referral', 'internal', 'sourced') as is_our_own,
    received_at,
    received_on,
    ownership_days,
    received_at + to_days(ownership_days) as owned_until,
    withdrawn_at,
    -- greatest and least pass over nulls: what was never decided must not end at its receipt.
    case
        when decision = 'rejected' and decided_at is not null then greatest(decided_at, received_at)
    end as rejected_at,
    case when decision = 'rejected' then decided_at + to_days(ownership_days) end as barred_until,
    case
        when decision = 'rejected'
        then least(withdrawn_at, coalesce(decided_at, timestamptz '-infinity'))
        else withdrawn_at
    end as ended_at
from submissions
semi join repeated_persons using (person_id)
