-- grain: submission with an offer
-- key: submission_id
-- reads: steps.latest_offer, steps.start, steps.visible, marts.submission, marts.export
-- order: extended_on, offer_id
-- note: The offer extended last stands for all versions. An acceptance's start is due once the
-- start, the renege or the agreed day is there; starts and reneges are unknown without placements.
-- days_to_answer run to the as-of date while it is pending; answered without a date, or before it
-- was extended: excluded from that clock only.
with
    clocks as (
        select
            latest_offer.*,
            coalesce(latest_offer.starts_on, start.starts_on) as agreed_start_on,
            latest_offer.outcome = 'accepted' as was_accepted,
            start.starts_on as started_on,
            coalesce(start.is_started, false) as has_started,
            coalesce(start.is_reneged, false) as has_reneged,
            case
                when outcome = 'pending'
                then greatest(as_of_on, extended_on) - extended_on
                else answered_on - extended_on
            end as days_to_answer,
            case
                when outcome <> 'pending' and answered_on is null
                then 'no date'
                when days_to_answer < 0
                then 'answered before extended'
            end as exclusion_reason,
            as_of_on,
            shows_started
        from steps.latest_offer
        cross join marts.export
        cross join steps.visible
        left join steps.start using (submission_id)
    )
select
    submission.search_id,
    submission.client_id,
    submission.department,
    submission.location,
    submission.role_family,
    submission.level,
    clocks.offer_id,
    clocks.submission_id,
    submission.agency_id,
    submission.channel,
    clocks.extended_on,
    clocks.answered_on,
    clocks.outcome,
    clocks.days_to_answer,
    case
        when clocks.outcome = 'declined'
        then coalesce(nullif(trim(clocks.decline_reason), ''), 'unknown')
        else clocks.decline_reason
    end as decline_reason,
    clocks.negotiation_led_by,
    case when has_started then started_on else agreed_start_on end as starts_on,
    case when shows_started then was_accepted and has_started end as is_started,
    case when shows_started then was_accepted and has_reneged end as is_reneged,
    case
        when shows_started
        then
            was_accepted
            and (has_started or has_reneged or coalesce(agreed_start_on <= as_of_on, false))
    end as is_start_due,
    clocks.asked_salary,
    clocks.expected_salary,
    clocks.offered_salary,
    clocks.standard_salary,
    clocks.currency,
    clocks.terms_requested,
    clocks.terms_granted,
    clocks.exclusion_reason is not null as is_excluded,
    clocks.exclusion_reason
from clocks
inner join marts.submission using (submission_id)
