-- question: How do an agency's lines compare with those of the other agencies together?
-- grain: line
-- reads: marts.submission, marts.wait, marts.interview, marts.brief, marts.offer, marts.task_event,
-- marts.pulse_response, marts.contact_gap, marts.present, marts.export
-- needs: submissions
-- with: peer_quarters as spans, lined_up_cases, scorecard_plan
-- by:
-- unit: line of a side; rates are fractions
-- attribution: each case by its own day; always the last four complete quarters of the calendar
-- direction: towards the target
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: counts of at least three other agencies together
-- note: for exactly one agency, else no row. The others are those with five cases or more (six
-- where
-- pay is compared), at least three of them, none with more than half of the cases or of the
-- hits of all of them; a line that can't be shown so has no row. others_rate is rounded to one
-- point, how many cases it stands on is a band (others_from to others_to), and no smallest or
-- largest is told. No filter but the agency narrows it, so that no two answers can be subtracted
with
    cases as (
        select
            line,
            agency_id,
            sum(k)::bigint as k,
            sum(n)::bigint as n,
            count(*) >= if(line = 'pay_expectation.within_5_rate', 6, 5) as has_enough
        from lined_up_cases
        group by line, agency_id
    ),
    own as (select line, k, n from cases where len($agencies) = 1 and chosen($agencies, agency_id)),
    others as (
        select
            line,
            sum(k)::bigint as others_k,
            sum(n)::bigint as others_n,
            count(*) >= 3 and 2 * max(n) <= sum(n) and 2 * max(k) <= sum(k) as can_be_shown
        from cases
        where has_enough and len($agencies) = 1 and not chosen($agencies, agency_id)
        group by line
    ),
    bands as (
        from
            (
                values
                    (15, 29),
                    (30, 59),
                    (60, 119),
                    (120, 299),
                    (300, 999),
                    (1000, 4999),
                    (5000, null)
            ) as bands(others_from, others_to)
    )
select
    plan.side,
    plan.pillar,
    plan.line,
    own.k,
    own.n,
    share(own.k, own.n) as rate,
    round(share(others_k, others_n), 2) as others_rate,
    bands.others_from,
    bands.others_to
from others
inner join scorecard_plan as plan using (line)
inner join own using (line)
inner join
    bands on others_n >= bands.others_from and others_n <= coalesce(bands.others_to, others_n)
where can_be_shown
order by plan.position
