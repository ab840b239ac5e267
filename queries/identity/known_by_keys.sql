-- grain: candidate that shares a key with another
-- key: candidate_id
-- reads: staging.component
-- note: Who is one person by the keys alone, before likeness and before what anybody said
select candidate_id, component from staging.component
