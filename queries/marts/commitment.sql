-- grain: promise made in a review
-- key: commitment_id
-- reads: staging.commitments
-- order: made_on, commitment_id
-- note: Never cut by the as-of date: a promise is about what comes after. One that was closed was
-- not
-- dropped, whatever else is written of it.
select
    commitment_id,
    agency_id,
    owner,
    made_on,
    due_on,
    closed_on,
    case when closed_on is null then dropped_on end as dropped_on,
    "text"
from staging.commitments
