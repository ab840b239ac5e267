-- grain: search and agency
-- key: search_id, agency_id
-- reads: steps.briefed, steps.kickoff, steps.market_information, steps.visible, marts.search,
-- marts.calendar_day,
-- marts.export
-- order: briefed_on, search_id, agency_id
-- note: A kickoff is due once more than 10 working days have passed since the brief, or once it was
-- held; a search that was cancelled before is not. The kickoff columns are unknown where the start
-- is assumed or no meetings came in. Word of
-- the market is due likewise, and unknown where no meeting has topics; market_on is its first day.
with
    clocks as (
        select
            briefed.*,
            kickoff.kickoff_on,
            kickoff.has_kickoff,
            kickoff.has_tri_party_kickoff,
            kickoff.lead_days,
            visible.shows_meetings and not briefed.is_assumed as is_kickoff_visible,
            visible.shows_attendees,
            visible.shows_topics and not briefed.is_assumed as is_market_visible,
            coalesce(market_information.is_in_time, false) as has_market_information,
            market_information.spoken_on,
            as_of_day.working_day_index - start.working_day_index as working_days_since,
            case
                when search.status = 'cancelled'
                then closing.working_day_index - start.working_day_index
            end as working_days_to_cancellation
        from steps.briefed
        cross join steps.visible
        cross join marts.export
        inner join marts.search using (search_id)
        left join steps.kickoff using (search_id, agency_id)
        left join steps.market_information using (search_id, agency_id)
        left join
            marts.calendar_day as start
            on coalesce(search.country, '') = start.site
            and briefed.briefed_on = start.day
        left join
            marts.calendar_day as as_of_day
            on coalesce(search.country, '') = as_of_day.site
            and greatest(export.as_of_on, briefed.briefed_on) = as_of_day.day
        left join
            marts.calendar_day as closing
            on coalesce(search.country, '') = closing.site
            and search.closed_on = closing.day
    )
select
    search.search_id,
    search.client_id,
    search.department,
    search.location,
    search.role_family,
    search.level,
    clocks.agency_id,
    clocks.briefed_at,
    clocks.briefed_on,
    clocks.released_on,
    clocks.engagement,
    clocks.is_assumed,
    clocks.first_submission_at,
    clocks.first_submission_on,
    case
        when is_kickoff_visible
        then
            kickoff_on is not null
            or (working_days_since > 10 and coalesce(working_days_to_cancellation > 10, true))
    end as is_due,
    case when is_kickoff_visible then kickoff_on end as kickoff_on,
    case when is_kickoff_visible then coalesce(has_kickoff, false) end as has_kickoff,
    case
        when is_kickoff_visible and shows_attendees then coalesce(has_tri_party_kickoff, false)
    end as has_tri_party_kickoff,
    case when is_kickoff_visible then lead_days end as kickoff_lead_days,
    case
        when is_kickoff_visible and kickoff_on is null then working_days_since
    end as working_days_since,
    case
        when is_market_visible
        then
            has_market_information
            or (
                clocks.working_days_since > 10 and coalesce(working_days_to_cancellation > 10, true)
            )
    end as is_market_due,
    case when is_market_visible then has_market_information end as has_market_information,
    case when is_market_visible and has_market_information then spoken_on end as market_on
from clocks
inner join marts.search using (search_id)
