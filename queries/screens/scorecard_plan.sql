-- question: Which lines does the scorecard have, on which side, in which part?
-- grain: line
-- reads:
-- readers: hr, agency
-- with: scorecard_plan
-- note: whether or not there is a case or an agreed target
select side, pillar, line from scorecard_plan order by position
