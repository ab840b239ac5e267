-- grain: line, case_id
-- reads: marts.brief, marts.pulse_response
-- note: every case of the lines that both sides are scored by together, but for the silences, which
-- lined_up_cases adds. No event is in two lines: when a kickoff was held is in the rhythm of
-- contacts, so kickoff_lead_time is not scored, and who came to one is in kickoff_coverage, so
-- meeting_attendance is not. scope says which filters a case follows
with
    goals as (
        select
            agency_id,
            search_id,
            date_trunc('quarter', asked_on) as quarter_on,
            max(asked_on) as asked_on,
            avg(score) filter (where respondent = 'hr') as hr_score,
            avg(score) filter (where respondent = 'agency') as agency_score
        from marts.pulse_response
        where item = 'goals'
        group by agency_id, search_id, quarter_on
    )
select
    'kickoff_coverage.tri_party_rate' as line,
    'search' as scope,
    search_id || ' ' || agency_id as case_id,
    briefed_on as measured_on,
    has_tri_party_kickoff::integer as k,
    1 as n,
    agency_id,
    client_id,
    department,
    location,
    role_family
from marts.brief
where is_due and has_tri_party_kickoff is not null
union all
select
    'goal_alignment.aligned_rate',
    'agency',
    concat_ws(' ', agency_id, search_id, quarter_on),
    asked_on,
    (abs(agency_score - hr_score) <= 1)::integer,
    1,
    agency_id,
    null,
    null,
    null,
    null
from goals
where hr_score is not null and agency_score is not null
