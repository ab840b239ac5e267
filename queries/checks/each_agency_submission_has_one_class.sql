-- promise: Every agency submission is of exactly one kind, redundant or not; no other submission is
-- grain: submission
-- reads: marts.submission
select submission_id, channel, redundancy_class, is_redundant
from marts.submission
where
    (channel = 'agency') <> (redundancy_class is not null)
    or is_redundant is distinct from coalesce(
        redundancy_class in ('resubmitted', 'known_here', 'collision', 'post_reject'), false
    )
