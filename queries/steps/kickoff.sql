-- grain: search and agency with a kickoff that was held
-- key: search_id, agency_id
-- reads: steps.briefed, steps.attendance, staging.meetings, marts.search, marts.calendar_day
-- note: A kickoff counts when it was held within 10 working days of the brief and not after that
-- agency's first submission on the search; one on the same day as a submission that has no time of
-- day is not after it. `lead_days` are those of the first one, null where it came before the brief.
with
    held_kickoffs as (
        select
            briefed.search_id,
            briefed.agency_id,
            meetings.starts_at,
            meetings.starts_on,
            attendance.is_tri_party,
            met.working_day_index - start.working_day_index as lead_days,
            lead_days <= 10
            and (
                briefed.first_submission_at is null
                or meetings.starts_at <= briefed.first_submission_at
                or (
                    meetings.starts_on = briefed.first_submission_on
                    and briefed.first_submission_at
                    = timezone(search.time_zone, briefed.first_submission_on::timestamp)
                )
            ) as is_in_time,
            meetings.starts_on < briefed.briefed_on as is_before_brief
        from steps.briefed
        inner join
            staging.meetings
            on briefed.search_id = meetings.search_id
            and briefed.agency_id = meetings.agency_id
        inner join steps.attendance using (meeting_id)
        inner join marts.search on briefed.search_id = search.search_id
        left join
            marts.calendar_day as start
            on coalesce(search.country, '') = start.site
            and briefed.briefed_on = start.day
        left join
            marts.calendar_day as met
            on coalesce(search.country, '') = met.site
            and meetings.starts_on = met.day
        where meetings.kind = 'kickoff' and meetings.status = 'held'
    )
select
    search_id,
    agency_id,
    min(starts_on) as kickoff_on,
    bool_or(is_in_time) as has_kickoff,
    case
        when count(is_tri_party) > 0 then bool_or(is_in_time and is_tri_party)
    end as has_tri_party_kickoff,
    case when not bool_or(is_before_brief) then min(lead_days) end as lead_days
from held_kickoffs
group by search_id, agency_id
