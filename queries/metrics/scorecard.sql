-- question: How much of what each side owes the other does it keep?
-- grain: group, side
-- reads: marts.submission, marts.wait, marts.interview, marts.brief, marts.offer, marts.task_event,
-- marts.pulse_response, marts.contact_gap, marts.present, marts.export, marts.target, marts.agency
-- needs: submissions
-- with: scored_lines
-- by: agency
-- unit: side; points from 0 (every line at its floor or worse) to 100 (at its target or better)
-- attribution: each case by its own day, as the metric that the line is named after
-- direction: higher is better
-- owner: both
-- smallest_n: 5
-- readers: hr, agency
-- source: agreed floors and targets; OECD/JRC Handbook on Constructing Composite Indicators 2008
-- then: statistics.scorecard.scored
-- note: the lines are those of scorecard_lines that have an agreed floor and target. All weigh
-- alike
-- within their pillar, and all pillars weigh alike. score is the middle of 20,000 drawings of
-- what the shares may be, score_low to score_high holds nine in ten of them; at_face_value takes
-- the
-- shares as they are. A line of under five cases is not measured; a pillar counts where at
-- least half of its weight is measured, and a side has a score where at least 70 % of its weight is
-- (covered). lowest and highest are the score, were everything not measured worth 0, or 100.
-- weakest is the line with the fewest points. Of five groups or more, nine in ten drawings leave a
-- group's rank from rank_low to rank_high, 1 the highest. HR and the agency never make up for
-- each other
select "group", side, pillar, line, k, n, floor, target, is_measured, parts_k, parts_n
from scored_lines
where floor is not null and target is not null
order by "group", position
