-- keeps: flags of rows that the agency knows
-- reads: marts.data_flag, marts.brief, marts.brief_opening, marts.hold, marts.submission,
-- marts.stage_event, marts.interview, marts.offer, marts.placement, marts.meeting
-- with: searches_known, searches_given
-- note: Of several versions of an offer only the last one's.
with
    known as (
        select 'searches' as table_name, search_id as row_id
        from searches_known
        union all
        select 'openings', opening_id
        from marts.brief_opening
        where agency_id = $agency_id
        union all
        select 'briefs', search_id || ' ' || agency_id
        from marts.brief
        where agency_id = $agency_id
        union all
        select 'holds', search_id || ' ' || held_from
        from marts.hold
        semi join searches_given using (search_id)
        union all
        select 'submissions', submission_id
        from marts.submission
        where agency_id = $agency_id
        union all
        select distinct 'stage_events', submission_id || ' ' || stage
        from marts.stage_event
        semi join
            (select submission_id from marts.submission where agency_id = $agency_id) as own using (
                submission_id
            )
        union all
        select 'interviews', interview_id
        from marts.interview
        where agency_id = $agency_id
        union all
        select 'offers', offer_id
        from marts.offer
        where agency_id = $agency_id
        union all
        select 'placements', placement_id
        from marts.placement
        where agency_id = $agency_id
        union all
        select 'meetings', meeting_id
        from marts.meeting
        where agency_id = $agency_id
    )
select data_flag.table_name, data_flag.row_id, data_flag.rule, data_flag.reason
from marts.data_flag
semi join known using (table_name, row_id)
