-- grain: case_id
-- reads: marts.wait
-- with: waits_in_scope
select * from waits_in_scope where kind = 'offer_turnaround'
