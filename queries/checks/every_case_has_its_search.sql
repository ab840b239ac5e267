-- promise: Every opening, brief, submission, offer and start belongs to a search
-- grain: case
-- reads: marts.search, marts.opening, marts.brief, marts.submission, marts.offer, marts.placement
with
    cases as (
        select 'opening' as mart, opening_id as row_id, search_id
        from marts.opening
        union all
        select 'brief', agency_id, search_id
        from marts.brief
        union all
        select 'submission', submission_id, search_id
        from marts.submission
        union all
        select 'offer', offer_id, search_id
        from marts.offer
        union all
        select 'placement', placement_id, search_id
        from marts.placement
    )
select cases.mart, cases.row_id, cases.search_id
from cases
anti join marts.search on cases.search_id = search.search_id
