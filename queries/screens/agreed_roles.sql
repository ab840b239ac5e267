-- question: Which side owns which task?
-- grain: agency_id, task
-- reads: marts.role
-- readers: hr, agency
-- note: no agency means all of them
select agency_id, task, owner from marts.role order by agency_id, task
