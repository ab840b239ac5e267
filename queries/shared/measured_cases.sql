-- grain: measure, agency_id, case_id
-- reads: marts.submission, marts.brief, marts.opening, marts.brief_opening, marts.offer,
-- marts.export
-- note: every case of the shares that a partnership is judged by, with the day it counts on; the
-- period and the chosen agencies are the caller's. measure is named as in the agreed targets. An
-- opening stands once for
-- each agency its search was given to, and counts on its day 60. Openings that no agency
-- was given, and offers to others than agencies' people, have no agency. hit_by says of a redundant
-- submission whether the agency alone could have prevented it; an agency's own files don't show
-- what is redundant
with
    profiles as (select * from marts.submission where channel = 'agency'),
    openings as (
        -- Fans out to one row per briefed agency, or one without an agency, on purpose.
        select opening.*, brief_opening.agency_id, opening.opened_on + 60 as day_60
        from marts.opening
        left join marts.brief_opening using (opening_id)
        where not opening.is_excluded and coalesce(opening.entry_days, 0) = 0
    ),
    cases as (
        select
            'feedback_latency.on_time_rate' as measure,
            submission_id as case_id,
            received_on as measured_on,
            is_on_time as is_hit,
            null as hit_by,
            agency_id,
            client_id,
            department,
            location,
            role_family
        from profiles
        where is_evaluable and not is_excluded
        union all
        select
            'redundant_submissions.redundancy_rate',
            submission_id,
            received_on,
            is_redundant,
            case
                when redundancy_class in ('resubmitted', 'post_reject')
                then 'agency'
                when is_redundant
                then 'both'
            end,
            agency_id,
            client_id,
            department,
            location,
            role_family
        from profiles
        cross join marts.export
        where is_redundant is not null and owner is distinct from 'agency'
        union all
        select
            'kickoff_coverage.tri_party_rate',
            search_id || ' ' || agency_id,
            briefed_on,
            has_tri_party_kickoff,
            null,
            agency_id,
            client_id,
            department,
            location,
            role_family
        from marts.brief
        where is_due and has_tri_party_kickoff is not null
        union all
        select
            'time_to_fill.filled_by_60_rate',
            opening_id,
            day_60,
            outcome = 'filled' and days <= 60,
            null,
            agency_id,
            client_id,
            department,
            location,
            role_family
        from openings
        cross join marts.export
        where day_60 <= as_of_on
        union all
        select
            'offer_outcomes.acceptance_rate',
            submission_id,
            extended_on,
            outcome = 'accepted',
            null,
            agency_id,
            client_id,
            department,
            location,
            role_family
        from marts.offer
        where outcome in ('accepted', 'declined', 'expired')
    )
select measure, case_id, measured_on, is_hit, hit_by, agency_id, client_id
from cases
where
    chosen($clients, client_id)
    and chosen($departments, department)
    and chosen($locations, location)
    and chosen($role_families, role_family)
