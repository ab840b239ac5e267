-- promise: Every redundant submission follows the one that makes it so, of that person on that
-- search; a collision follows its owner's, which was not redundant
-- grain: submission
-- reads: marts.submission
select submission.submission_id, submission.redundancy_class, submission.earlier_submission_id
from marts.submission
left join marts.submission as earlier on submission.earlier_submission_id = earlier.submission_id
where
    submission.is_redundant
    and (
        earlier.submission_id is null
        or earlier.search_id <> submission.search_id
        or earlier.person_id <> submission.person_id
        or earlier.received_at > submission.received_at
        or (
            submission.redundancy_class = 'collision'
            and (
                earlier.is_redundant
                or earlier.agency_id is distinct from submission.owner_agency_id
                or submission.agency_id = submission.owner_agency_id
            )
        )
    )
