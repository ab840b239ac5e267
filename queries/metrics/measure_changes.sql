-- question: What changed against the period before, by more than chance would explain?
-- grain: agency_id, measure
-- reads: marts.submission, marts.brief, marts.opening, marts.brief_opening, marts.offer,
-- marts.export
-- needs: submissions
-- with: measured_cases
-- by:
-- unit: agency, or all together where agency_id is empty; rates and their difference are fractions
-- attribution: each case by its own day (received, briefed, day 60 reached, extended)
-- direction: towards the target
-- owner: both
-- smallest_n: 10
-- readers: hr
-- source: Newcombe 1998, difference of two shares by score intervals; Benjamini and Hochberg 1995
-- then: statistics.changes.with_changes
-- note: the period is compared with the one of the same length before it, or with the one asked
-- for; without a period, the last 365 days. Shares of under ten cases on either side are left
-- out. p_value is that of two pooled
-- shares, two-sided; is_change = the range of the difference leaves out 0 and, of the rows of all
-- together, and again of those of single agencies, one in twenty of those flagged is to be
-- expected to be chance
with
    asked as (
        select
            coalesce($period_start, as_of_on - 364)::date as now_start,
            coalesce($period_end, as_of_on + 1)::date as now_end,
            coalesce($compare_start, now_start - (now_end - now_start)::integer)::date
            as before_start,
            coalesce($compare_end, now_start)::date as before_end
        from marts.export
    ),
    cases as (
        select
            agency_id,
            measure,
            case_id,
            is_hit,
            measured_on >= now_start and measured_on < now_end as is_now,
            measured_on >= before_start and measured_on < before_end as is_before
        from measured_cases
        cross join asked
        where chosen($agencies, agency_id)
    ),
    counted as (
        select
            agency_id,
            measure,
            count(distinct case_id) filter (where is_hit and is_now) as k,
            count(distinct case_id) filter (where is_now) as n,
            count(distinct case_id) filter (where is_hit and is_before) as before_k,
            count(distinct case_id) filter (where is_before) as before_n
        from cases
        group by grouping sets ((agency_id, measure), (measure))
        having agency_id is not null or grouping(agency_id) = 1
    ),
    shares as (
        select
            *,
            share(k, n) as rate,
            share(before_k, before_n) as before_rate,
            wilson_low(k, n) as low,
            wilson_high(k, n) as high,
            wilson_low(before_k, before_n) as before_low,
            wilson_high(before_k, before_n) as before_high
        from counted
        where
            n >= coalesce($fewest_for_evidence, 10)
            and before_n >= coalesce($fewest_for_evidence, 10)
            and (agency_id is not null or $agencies is null)
    )
select
    agency_id,
    measure,
    k,
    n,
    rate,
    before_k,
    before_n,
    before_rate,
    rate - before_rate as difference,
    rate
    - before_rate
    - sqrt(pow(rate - low, 2) + pow(before_high - before_rate, 2)) as difference_low,
    rate
    - before_rate
    + sqrt(pow(high - rate, 2) + pow(before_rate - before_low, 2)) as difference_high
from shares
order by agency_id nulls first, measure
