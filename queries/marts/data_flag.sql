-- grain: row of a table and rule it breaks
-- key: table_name, row_id, rule
-- reads: staging.briefs, staging.holds, staging.stage_events, staging.placements,
-- staging.meetings, staging.offers, staging.interviews, marts.search, marts.opening,
-- marts.submission, marts.offer, marts.export, steps.acceptance
-- order: table_name, row_id, rule
-- note: Rows that contradict themselves or one another. They are accepted, and left out only where
-- the dates in question are needed (see is_excluded of the opening, the submission and the offer).
with
    flags as (
        select 'searches' as table_name, search_id as row_id, 'closed_before_opened' as rule
        from marts.search
        where closed_on < opened_on
        union all
        select 'searches', search_id, 'closed_without_date'
        from marts.search
        where status in ('filled', 'cancelled') and closed_on is null
        union all
        select 'searches', search_id, 'closed_date_on_open_search'
        from marts.search
        where status in ('open', 'on_hold') and closed_on is not null
        union all
        select 'searches', search.search_id, 'more_hires_than_openings'
        from marts.search
        inner join
            (
                select search_id, count(*) as hires
                from steps.acceptance
                where is_standing
                group by search_id
            ) using (search_id)
        inner join
            (select search_id, count(*) as seats from marts.opening group by search_id) using (
                search_id
            )
        where hires > seats
        union all
        select 'openings', opening_id, replace(exclusion_reason, 'no date', 'closed_without_date')
        from marts.opening
        where is_excluded
        union all
        select 'openings', opening_id, 'ended_before_coverage'
        from marts.opening
        cross join marts.export
        where ended_on < covers_from
        union all
        select 'briefs', search_id || ' ' || agency_id, 'released_before_briefed'
        from staging.briefs
        where released_on < briefed_on
        union all
        select 'holds', search_id || ' ' || held_from, 'ended_before_it_began'
        from staging.holds
        where held_until < held_from
        union all
        select 'submissions', submission_id, 'received_after_search_closed'
        from marts.submission
        inner join marts.search using (search_id)
        where received_on > closed_on
        union all
        select 'submissions', submission_id, 'received_before_search_opened'
        from marts.submission
        inner join marts.search using (search_id)
        where received_on < opened_on
        union all
        select 'submissions', submission_id, 'decided_before_received'
        from marts.submission
        where decided_on < received_on
        union all
        select 'submissions', submission_id, 'withdrawn_before_received'
        from marts.submission
        where withdrawn_on < received_on
        union all
        select 'submissions', submission_id, 'decision_without_date'
        from marts.submission
        where decision is not null and decided_at is null
        union all
        select distinct 'stage_events', submission_id || ' ' || stage, 'entered_before_received'
        from staging.stage_events
        inner join marts.submission using (submission_id)
        where entered_on < received_on
        union all
        select 'interviews', interview_id, 'before_submission'
        from staging.interviews
        inner join marts.submission using (submission_id)
        where scheduled_for_on < received_on
        union all
        select 'offers', offer_id, 'answered_before_extended'
        from staging.offers
        where answered_on < extended_on
        union all
        select 'offers', offer_id, 'answered_without_date'
        from staging.offers
        where outcome <> 'pending' and answered_at is null
        union all
        select 'offers', offer_id, 'extended_before_submission'
        from staging.offers
        inner join marts.submission using (submission_id)
        where extended_on < received_on
        union all
        select 'offers', offer_id, 'pending_on_cancelled_search'
        from marts.offer
        inner join marts.search using (search_id)
        where outcome = 'pending' and status = 'cancelled'
        union all
        select 'placements', placement_id, 'left_before_started'
        from staging.placements
        where left_on < started_on
        union all
        select 'placements', placement_id, 'left_without_date'
        from staging.placements
        where left_on is null and leave_reason is not null
        union all
        select 'placements', placement_id, 'started_and_reneged'
        from staging.placements
        where started_on is not null and reneged_on is not null
        union all
        select 'placements', placement_id, 'without_accepted_offer'
        from staging.placements
        inner join marts.offer using (submission_id)
        where outcome <> 'accepted' and placements.started_on is not null
        union all
        select 'meetings', meeting_id, 'kickoff_before_brief'
        from staging.meetings
        inner join staging.briefs using (search_id, agency_id)
        where kind = 'kickoff' and status = 'held' and starts_on < briefed_on
    )
select
    table_name,
    row_id,
    replace(rule, ' ', '_') as rule,
    case
        rule
        when 'closed_date_on_open_search'
        then 'the search is open but has a day of closing'
        when 'more_hires_than_openings'
        then 'more accepted offers stand than the search has openings'
        when 'ended_before_coverage'
        then 'it ended before the export begins to cover'
        else replace(rule, '_', ' ')
    end as reason
from flags
