-- grain: claim, case_id
-- reads: marts.offer, marts.wait
-- note: cases that stand for an offer to an agency's candidate that was accepted, declined or ran
-- out. negotiation_start: somebody negotiated; with = the agency led; hit = accepted and started;
-- accepted ones whose start is not due are left out. turnaround_accept: with = the offer came
-- within 3 business days of the final yes. terms_accept: more than the standard was asked for;
-- with = at least one term of that was granted; hit of both = accepted
with
    offers as (
        select
            *,
            outcome = 'accepted' as is_accepted,
            len(terms_requested) > 0
            or coalesce(asked_salary > standard_salary, false) as is_more_asked,
            coalesce(len(list_intersect(terms_requested, terms_granted)) > 0, false)
            or coalesce(
                asked_salary > standard_salary and offered_salary > standard_salary, false
            ) as is_more_granted
        from marts.offer
        where channel = 'agency' and outcome in ('accepted', 'declined', 'expired')
    )
select
    'negotiation_start' as claim,
    submission_id as case_id,
    search_id,
    agency_id,
    extended_on as judged_on,
    negotiation_led_by = 'agency' as is_with,
    is_started as is_hit
from offers
where negotiation_led_by <> 'none' and (not is_accepted or is_start_due)
union all
select
    'turnaround_accept',
    offers.submission_id,
    offers.search_id,
    offers.agency_id,
    extended_on,
    wait.is_on_time,
    is_accepted
from offers
inner join marts.wait on offers.submission_id = wait.submission_id
where wait.kind = 'offer_turnaround' and wait.outcome = 'answered' and not wait.is_excluded
union all
select
    'terms_accept', submission_id, search_id, agency_id, extended_on, is_more_granted, is_accepted
from offers
where is_more_asked
