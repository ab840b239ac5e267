-- grain: claim, is_with
-- reads: marts.brief, marts.brief_change, marts.contact_gap, marts.export, marts.meeting,
-- marts.offer, marts.opening, marts.placement, marts.present, marts.pulse_response, marts.search,
-- marts.submission, marts.task_event, marts.wait
-- with: claim_cases
-- note: the two groups of every claim. `weight` is by how much the cases of a search go together:
-- the variance of the share with searches as clusters over that of single cases (Rao and Scott),
-- 1 at least; k and n divided by it have the likely range. `lacking` searches to the fewest that
-- a claim needs, and the day on which they are there at the pace of the last 365 days; of a claim
-- with a shorter past, of the days since its first case, a quarter at least
with
    searches as (
        select
            claim,
            is_with,
            search_id,
            count(*) filter (where is_hit) as k,
            count(*) as n,
            min(judged_on) as first_on,
            min(min(judged_on)) over (partition by claim) as claim_begins_on
        from claim_cases
        group by claim, is_with, search_id
    ),
    sides as (
        select
            claim,
            is_with,
            sum(k)::bigint as hits,
            sum(n)::bigint as cases,
            hits / cases as rate,
            count(*) as searches,
            count(*) filter (where first_on > as_of_on - 365) as searches_of_a_year,
            greatest(20, coalesce($fewest_for_evidence, 10)) as fewest_searches,
            fewest_searches - count(*) as lacking,
            least(365, greatest(91, any_value(as_of_on - claim_begins_on))) as days_seen,
            any_value(as_of_on)
            + ceil(days_seen * lacking / nullif(searches_of_a_year, 0))::integer as enough_on,
            sum(k * k) - 2 * rate * sum(k * n) + rate * rate * sum(n * n) as apart,
            apart / nullif(cases * rate * (1 - rate), 0) as together,
            count(*) / nullif(count(*) - 1, 0) * (cases - 1) / cases as corrected
        from searches
        cross join marts.export
        group by claim, is_with
    )
select
    claim,
    is_with,
    hits,
    cases,
    rate,
    searches,
    fewest_searches,
    lacking,
    enough_on,
    greatest(1, coalesce(together * corrected, 1)) as weight,
    wilson_low(hits / weight, cases / weight) as low,
    wilson_high(hits / weight, cases / weight) as high
from sides
