-- grain: sign that a candidate's process went on
-- key:
-- reads: staging.interviews, staging.offers, marts.submission
-- note: An invitation, or where it has no date the interview; an offer; a decision, unless it was
-- one in bulk as the search closed.
select
    submission_id,
    'invitation' as kind,
    coalesce(invited_at, scheduled_for) as shown_at,
    coalesce(invited_on, scheduled_for_on) as shown_on
from staging.interviews
union all
select submission_id, 'offer', extended_at, extended_on
from staging.offers
union all
select submission_id, 'decision', decided_at, decided_on
from marts.submission
where decided_at is not null and feedback_outcome is distinct from 'bulk_closed'
