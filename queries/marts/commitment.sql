-- grain: promise made in a review
-- key: commitment_id
-- reads: staging.commitments
-- order: made_on, commitment_id
-- note: Never cut by the as-of date: a promise is about what comes after.
select commitment_id, agency_id, owner, made_on, due_on, closed_on, "text" from staging.commitments
