-- question: Which months lie outside of what is usual here?
-- grain: measure, month
-- reads: marts.submission, marts.brief, marts.opening, marts.brief_opening, marts.offer,
-- marts.contact_gap, marts.present, marts.export
-- needs: submissions
-- with: measured_cases, months_in_touch
-- by:
-- unit: calendar month of the chosen cases; rate, usual_share, usual_low and usual_high are
-- fractions
-- attribution: each case by its own day; the period says which months may be named
-- direction: towards the target
-- owner: both
-- smallest_n: 1
-- readers: hr
-- source: p-charts and, for days in touch, XmR charts: NIST/SEMATECH e-Handbook 6.3.2.2 and
-- 6.3.3.2, Wheeler; exact limits at three standard deviations
-- then: statistics.control.with_signals
-- note: usual_share and its limits are those of the first twelve months of the files, or from the
-- month that
-- is set, and stay there; with fewer there are none. A month is judged once its cases can be:
-- 20 days after it for kickoffs, 14 for offers, 7 for answers. signal = beyond a limit, or run =
-- eight months in a row on one side of usual_share; is_named = it has one, lies in the
-- period and behind the twelve
with
    cases as (
        select distinct measure, case_id, date_trunc('month', measured_on)::date as month, is_hit
        from measured_cases
        where chosen($agencies, agency_id)
    ),
    months as (
        select
            measure, month, count(*) filter (where is_hit) as k, count(*) as n, false as is_single
        from cases
        group by measure, month
        union all
        select 'meeting_rhythm.rhythm_coverage', month, k, n, true
        from months_in_touch
    )
select
    measure,
    month,
    k,
    n,
    share(k, n) as rate,
    is_single,
    row_number() over (partition by measure order by month) <= 12 as is_usual,
    in_period(month, $period_start, $period_end) as is_asked
from months
cross join marts.export
where
    n > 0
    and month >= coalesce($usual_from::date, covers_from, month)
    and (month + interval 1 month)::date + case
        measure
        when 'kickoff_coverage.tri_party_rate'
        then 20
        when 'offer_outcomes.acceptance_rate'
        then 14
        when 'feedback_latency.on_time_rate'
        then 7
        else 0
    end
    <= as_of_on + 1
order by measure, month
