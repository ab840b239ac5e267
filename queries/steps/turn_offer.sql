-- grain: turn from a yes after interviews on
-- key:
-- reads: steps.in_process, steps.last_word, steps.latest_offer, steps.acceptance, staging.offers,
-- staging.placements
-- as: view
-- note: After the yes it is HR's turn to make the offer or arrange the next interview. From the
-- first offer on it is the candidate's to answer the latest one, and after an acceptance that did
-- not last until it was gone back on. An answer without a date ends nothing that can be seen.
with
    first_offers as (
        select submission_id, min(extended_at) as extended_at, min(extended_on) as extended_on
        from staging.offers
        group by submission_id
    )
select
    'offer' as step,
    search_id,
    submission_id,
    feedback_at as started_at,
    feedback_on as started_on,
    least(shown_on, gone_on) as ended_on,
    3 as limit_days
from steps.last_word
where is_yes
union all
select
    'answer',
    in_process.search_id,
    submission_id,
    first_offers.extended_at,
    first_offers.extended_on,
    least(latest_offer.answered_on, in_process.gone_on),
    null
from first_offers
inner join steps.latest_offer using (submission_id)
inner join steps.in_process using (submission_id)
where latest_offer.outcome = 'pending' or latest_offer.answered_on is not null
union all
select
    'renege',
    acceptance.search_id,
    submission_id,
    null,
    acceptance.accepted_on,
    max(placements.reneged_on),
    null
from steps.acceptance
inner join staging.placements using (submission_id)
where not acceptance.is_standing
group by all
