-- question: Which two agencies send the same people for the same searches?
-- grain: agency_id_a, agency_id_b
-- reads: marts.brief, marts.submission
-- with: agency_submissions
-- by:
-- unit: pair of agencies; collisions_per_search = collisions per search they share
-- attribution: received
-- direction: lower is better
-- owner: both
-- smallest_n: 5
-- readers: hr
-- source: counts
-- note: shared_searches = searches briefed to both on which at least one of them sent somebody in
-- the period. sent_second_by_a = collisions that a sent and b owned. A pair stands here
-- once, the smaller id first
with
    searches_with_submissions as (select distinct search_id, agency_id from agency_submissions),
    pairs_and_searches as (
        select one.agency_id as agency_id_a, other.agency_id as agency_id_b, one.search_id
        from marts.brief as one
        inner join
            marts.brief as other
            on one.search_id = other.search_id
            and one.agency_id < other.agency_id
    ),
    searches_shared as (
        select
            agency_id_a,
            agency_id_b,
            count(distinct pairs_and_searches.search_id) as shared_searches
        from pairs_and_searches
        inner join
            searches_with_submissions as sent
            on pairs_and_searches.search_id = sent.search_id
            and sent.agency_id in (pairs_and_searches.agency_id_a, pairs_and_searches.agency_id_b)
        group by all
    ),
    collisions_of_pairs as (
        select
            least(agency_id, owner_agency_id) as agency_id_a,
            greatest(agency_id, owner_agency_id) as agency_id_b,
            count(*) as collisions,
            count(distinct search_id) as searches_with_collisions,
            count(*) filter (where agency_id < owner_agency_id) as sent_second_by_a
        from agency_submissions
        where redundancy_class = 'collision'
        group by all
    )
select
    searches_shared.agency_id_a,
    searches_shared.agency_id_b,
    searches_shared.shared_searches,
    coalesce(searches_with_collisions, 0) as searches_with_collisions,
    coalesce(collisions_of_pairs.collisions, 0) as collisions,
    coalesce(sent_second_by_a, 0) as sent_second_by_a,
    coalesce(collisions_of_pairs.collisions, 0) - coalesce(sent_second_by_a, 0) as sent_second_by_b,
    share(
        coalesce(collisions_of_pairs.collisions, 0), searches_shared.shared_searches
    ) as collisions_per_search
from searches_shared
left join
    collisions_of_pairs
    on searches_shared.agency_id_a = collisions_of_pairs.agency_id_a
    and searches_shared.agency_id_b = collisions_of_pairs.agency_id_b
order by collisions desc, searches_shared.agency_id_a, searches_shared.agency_id_b
