-- grain: dispute
-- key: dispute_id
-- reads: staging.disputes, marts.submission
-- order: raised_at, dispute_id
-- note: Never cut by the as-of date. Its search is empty where the submission itself came in later,
-- and where the dispute is about another case than a submission. claim is what would be right.
select
    submission.search_id,
    submission.client_id,
    submission.department,
    submission.location,
    submission.role_family,
    submission.level,
    disputes.dispute_id,
    disputes.submission_id,
    coalesce(submission.agency_id, disputes.agency_id) as agency_id,
    coalesce(
        disputes.case_kind, case when disputes.submission_id is not null then 'submission' end
    ) as case_kind,
    coalesce(disputes.case_id, disputes.submission_id) as case_id,
    disputes.raised_by,
    disputes.raised_at,
    disputes.raised_on,
    disputes.about,
    disputes.claim,
    disputes.fee_at_stake,
    disputes.currency,
    disputes.settled_on,
    disputes.outcome
from staging.disputes
left join marts.submission using (submission_id)
