-- question: How do an agency's lines compare with those of the other agencies together?
-- grain: line, group
-- reads: marts.submission, marts.wait, marts.interview, marts.brief, marts.offer, marts.task_event,
-- marts.pulse_response, marts.contact_gap, marts.present, marts.export, marts.peer_figure,
-- marts.reader
-- needs: submissions
-- with: peer_quarters as spans, lined_up_cases, scorecard_plan
-- by: quarter
-- unit: line of a side; rates are fractions
-- attribution: each case by its own day; always the last four complete quarters of the calendar
-- direction: towards the target
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: counts of at least three other agencies together
-- note: for exactly one agency, else no row; in an agency's own file for that one. The others are
-- those with five cases or more (six where pay is compared), at least three of them, none with more
-- than half of the cases or of the hits of all of them; a line that can't be shown so has no row.
-- others_rate is rounded to one point, how many cases it stands on is a band (others_from to
-- others_to), and no smallest or largest is told. It was decided when the figures were made: no
-- filter but the agency narrows it, so that no two answers can be subtracted. Quarters are held
-- back where the year less the others would give them away, and what was told stays as it is while
-- what has changed since is not itself of three agencies
with
    told as (
        select *
        from marts.peer_figure
        where agency_id = if(len($agencies) = 1, $agencies[1], (select agency_id from marts.reader))
    ),
    own as (
        select
            line,
            agency_id,
            since as since_on,
            until as until_on,
            sum(k)::bigint as k,
            sum(n)::bigint as n
        from lined_up_cases
        inner join spans using (span)
        group by all
    )
select
    case when $by = 'quarter' then quarter_label(since_on, 1) end as "group",
    plan.side,
    plan.pillar,
    plan.line,
    own.k,
    own.n,
    share(own.k, own.n) as rate,
    told.others_rate,
    told.others_from,
    told.others_to
from told
inner join scorecard_plan as plan using (line)
inner join own using (line, agency_id, since_on, until_on)
where ($by is not distinct from 'quarter') = (until_on - since_on < 100)
order by plan.position, since_on
