-- grain: claim, case_id
-- reads: marts.brief, marts.brief_change, marts.contact_gap, marts.export, marts.meeting,
-- marts.offer, marts.opening, marts.placement, marts.present, marts.pulse_response, marts.search,
-- marts.submission, marts.task_event, marts.wait
-- with: claims_about_searches, claims_about_briefs, claims_about_submissions, claims_about_offers
-- note: every case of the claims, with its two groups and its outcome. compared_within is the
-- agency of the case, or the department of a case that stands for a search of several agencies.
-- judged_on is the day on which a case counts
with
    cases as (
        from claims_about_searches
        union all
        from claims_about_briefs
        union all
        from claims_about_submissions
        union all
        from claims_about_offers
    )
select
    cases.claim,
    cases.case_id,
    cases.search_id,
    cases.agency_id,
    coalesce(cases.agency_id, search.department) as compared_within,
    cases.judged_on,
    cases.is_with,
    cases.is_hit
from cases
inner join marts.search on cases.search_id = search.search_id
where
    cases.is_with is not null
    and cases.is_hit is not null
    and in_period(cases.judged_on, $period_start, $period_end)
    and (cases.agency_id is null or chosen($agencies, cases.agency_id))
    and chosen($clients, search.client_id)
    and chosen($departments, search.department)
    and chosen($locations, search.location)
    and chosen($role_families, search.role_family)
