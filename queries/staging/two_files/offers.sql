-- grain: application that got an offer
-- shown_by: shape.candidates(offer_on)
-- reads: shape.applications
-- carries: raw.candidates
-- note: Where the export has days of offers. Hires alone would make every offer an accepted one;
-- then the stage hired stands for the acceptance. As far as the stages tell: hired is accepted,
-- an end by the candidate is declined, another
-- end is rescinded. A hire without the day of its offer counts from the day of the hire.
select
    'offer ' || submission_id as offer_id,
    submission_id,
    coalesce(offer_day, hired_day) as extended_at,
    case
        when is_hired
        then 'accepted'
        when is_withdrawn or decline_reason is not null
        then 'declined'
        when is_ended
        then 'rescinded'
        else 'pending'
    end as outcome,
    case
        outcome
        when 'accepted'
        then hired_day
        when 'declined'
        then coalesce(withdrawn_day, rejected_day)
    end as answered_at,
    case
        when outcome = 'declined' then coalesce(decline_reason, withdrawal_reason, rejection_reason)
    end as decline_reason,
    expected_salary,
    offered_salary,
    currency,
    started_day as starts_on,
    _file,
    _line
from shape.applications
where is_counted and coalesce(offer_day, hired_day) is not null
