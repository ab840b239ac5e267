-- grain: application of an opportunity for a posting
-- reads: raw.application(id, opportunity_id, candidate_id, posting_id, requisition_for_hire_id,
-- created_at, type, referrer_id), raw.applications(id, opportunityid, candidateid, posting,
-- requisitionforhire, createdat, type, user)
-- note: A lookup: it says which posting an opportunity is for, and who referred it.
select
    id,
    coalesce(opportunity_id, candidate_id) as opportunity_id,
    posting_id,
    requisition_for_hire_id as requisition_id,
    created_at,
    case when type = 'referral' then referrer_id end as referrer_id,
    _file,
    _line
from raw.application
union all
select
    id,
    coalesce(opportunityid, candidateid),
    posting,
    coalesce(field_of(requisitionforhire, '$.id'), requisitionforhire),
    createdat,
    case when type = 'referral' then "user" end,
    _file,
    _line
from raw.applications
