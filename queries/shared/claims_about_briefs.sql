-- grain: claim, case_id
-- reads: marts.brief, marts.meeting, marts.pulse_response, marts.submission, marts.wait,
-- marts.placement, marts.export
-- note: cases that stand for a search given to an agency. market_candidate: with = in the 30 days
-- before the brief a meeting held with the agency spoke of the local job market; hit = its first
-- candidate that counts came within 5 business days. respect_hire: with = in the 183 days before
-- the brief both sides rated respect 4 or more on the average; hit = one of its candidates was
-- hired within 120 days. kickoff_stay: a hire who started at least 90 days ago; with = the search
-- began with all three before the agency's first candidate; hit = still here after 90 days; whose
-- job ended otherwise is left out
with
    respect as (
        select
            brief.search_id,
            brief.agency_id,
            avg(score) filter (where respondent = 'agency') as by_agency,
            avg(score) filter (where respondent <> 'agency') as by_client
        from marts.brief
        inner join
            marts.pulse_response
            on brief.agency_id = pulse_response.agency_id
            and item = 'respect'
            and asked_on < briefed_on
            and asked_on >= briefed_on - 183
        group by brief.search_id, brief.agency_id
    ),
    talks as (
        select distinct brief.search_id, brief.agency_id
        from marts.brief
        inner join
            marts.meeting
            on brief.agency_id = meeting.agency_id
            and meeting.status = 'held'
            and is_about_the_market(meeting.topics)
            and meeting.met_on < briefed_on
            and meeting.met_on >= briefed_on - 30
            and coalesce(meeting.client_id = brief.client_id, true)
    ),
    hires as (
        select search_id, agency_id, min(hired_on) as hired_on
        from marts.submission
        where channel = 'agency' and is_hired
        group by search_id, agency_id
    )
select
    'market_candidate' as claim,
    wait.case_id,
    brief.search_id,
    brief.agency_id,
    briefed_on + 7 as judged_on,
    talks.search_id is not null as is_with,
    wait.is_on_time as is_hit
from marts.brief
inner join
    marts.wait
    on wait.kind = 'first_candidate'
    and brief.search_id = wait.search_id
    and brief.agency_id = wait.agency_id
left join talks on brief.search_id = talks.search_id and brief.agency_id = talks.agency_id
where brief.has_market_information is not null and wait.is_evaluable and not wait.is_excluded
union all
select
    'respect_hire',
    brief.search_id || ' ' || brief.agency_id,
    brief.search_id,
    brief.agency_id,
    briefed_on + 120,
    least(by_agency, by_client) >= 4,
    coalesce(hired_on <= briefed_on + 120, false)
from marts.brief
inner join respect on brief.search_id = respect.search_id and brief.agency_id = respect.agency_id
left join hires on brief.search_id = hires.search_id and brief.agency_id = hires.agency_id
cross join marts.export
where
    not is_assumed
    and by_agency is not null
    and by_client is not null
    and briefed_on + 120 <= as_of_on
union all
select
    'kickoff_stay',
    placement_id,
    brief.search_id,
    brief.agency_id,
    started_on + 90,
    has_tri_party_kickoff,
    days_here >= 90
from marts.placement
inner join
    marts.brief on placement.search_id = brief.search_id and placement.agency_id = brief.agency_id
cross join marts.export
where
    placement.is_started
    and not placement.is_excluded
    and started_on + 90 <= as_of_on
    and not (coalesce(ending = 'ended_otherwise', false) and days_here < 90)
