-- question: How does each partnership do against what was agreed, share by share?
-- grain: agency_id, client_id, measure
-- reads: marts.submission, marts.brief, marts.opening, marts.brief_opening, marts.offer,
-- marts.export, marts.target
-- needs: submissions
-- with: partnership_lines
-- by:
-- unit: partnership (an agency and a client); rate, low, high, floor and target are fractions
-- attribution: each case by its own day (received, briefed, day 60 reached, extended)
-- direction: towards the target
-- owner: both
-- smallest_n: 10
-- readers: hr, agency
-- source: counts with Wilson's interval against the agreed floor and target
-- note: measure is named as in the agreed targets. verdict: few = under ten cases; no target =
-- none agreed; at target or past floor = the whole likely range lies there; else could be
-- chance
select agency_id, client_id, measure, k, n, rate, low, high, floor, target, verdict
from partnership_lines
order by agency_id, client_id, measure
