-- question: Line by line, how do both sides keep what they owe each other?
-- grain: group, side, line
-- reads: marts.submission, marts.wait, marts.interview, marts.brief, marts.offer, marts.task_event,
-- marts.pulse_response, marts.contact_gap, marts.present, marts.export, marts.target, marts.agency
-- needs: submissions
-- with: scored_lines
-- by: agency
-- unit: line of a side; rate, low, high, floor and target are fractions, points go from 0 at the
-- floor to 100 at the target
-- attribution: each case by its own day, as the metric that the line is named after
-- direction: towards the target
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval; silences and returns of the survey drawn again
-- then: statistics.scorecard.with_ranges
-- note: at most eight lines a side; k of n are those of the metric that the line is named after,
-- with three exceptions: feedback after an interview counts where it is itself on file,
-- redundant submissions are told apart by who could have prevented them, and the survey's lines
-- hold all questions but the one on goals. quarter_ and before_ are the last three months of the
-- period and the same days a year before. is_measured = five cases or more, unless somebody set
-- another number. parts_k of parts_n are the silences, or the returns of the survey, where the
-- cases of a line hang together. verdict: few = under ten cases; no target = none agreed; at target
-- or past floor = the whole likely range lies there; else could be chance. A line without a case
-- has a row where something was agreed
select
    "group",
    side,
    pillar,
    line,
    k,
    n,
    share(k, n) as rate,
    wilson_low(k, n) as low,
    wilson_high(k, n) as high,
    floor,
    target,
    case
        when n > 0 and target <> floor
        then greatest(0, least(100, 100 * (share(k, n) - floor) / (target - floor)))
    end as points,
    case when n < coalesce($fewest_for_evidence, 10) then 'few' end as verdict,
    is_measured,
    quarter_k,
    quarter_n,
    share(quarter_k, quarter_n) as quarter_rate,
    before_k,
    before_n,
    share(before_k, before_n) as before_rate,
    parts_k,
    parts_n
from scored_lines
order by "group", position
