-- question: Which of these sources are agencies?
-- grain: source
-- reads: shape.applications
select source, count(*) as applications
from shape.applications
group by source
order by applications desc, source
