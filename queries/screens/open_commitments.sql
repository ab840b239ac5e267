-- question: Which promises do the figures hold that were neither closed nor dropped yet?
-- grain: commitment_id
-- reads: marts.commitment
-- readers: hr, agency
-- note: never cut by the as-of day: a promise is about what comes after
select commitment_id, agency_id, owner, made_on, due_on, "text"
from marts.commitment
where closed_on is null and dropped_on is null
order by due_on, commitment_id
