-- question: Which of these sources are agencies?
-- grain: source
-- reads: shape.applications, shape.own_agency
-- note: An agency need not be asked: its own files hold its own candidates.
select source, count(*) as applications
from shape.applications
where not exists (from shape.own_agency)
group by source
order by applications desc, source
