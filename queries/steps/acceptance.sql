-- grain: submission whose offer was accepted
-- key: submission_id
-- reads: steps.latest_offer, steps.start, staging.submissions, staging.stage_events,
-- staging.present
-- note: Where the offers did not come in, the first stage `hired` is the acceptance. An acceptance
-- stands until it is reneged. In each search the standing ones are numbered by date, undated ones
-- last.
with
    acceptances as (
        select submission_id, answered_at as accepted_at, answered_on as accepted_on
        from steps.latest_offer
        where outcome = 'accepted'
        union all
        select submission_id, min(entered_at), min(entered_on)
        from staging.stage_events
        where
            stage = 'hired'
            and not (select is_present from staging.present where table_name = 'offers')
        group by submission_id
    )
select
    acceptances.submission_id,
    submissions.search_id,
    acceptances.accepted_on,
    not coalesce(start.is_void, false) as is_standing,
    row_number() over (
        partition by submissions.search_id, is_standing
        order by acceptances.accepted_at nulls last, acceptances.submission_id
    ) as nth_in_search
from acceptances
inner join staging.submissions using (submission_id)
left join steps.start using (submission_id)
