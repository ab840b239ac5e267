-- grain: kind, case_id
-- reads: marts.wait
-- with: waits_in_scope
-- note: its "group" holds the step as well, so that the curve of each step is one of its own
select
    struct_pack(whole := "group", step := replace(kind, 'interview_', '')) as "group",
    outcome,
    days,
    is_evaluable,
    is_on_time
from waits_in_scope
where kind in ('interview_invite', 'interview_slot')
