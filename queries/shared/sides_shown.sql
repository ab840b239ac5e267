-- grain: one row
-- reads: marts.present
-- note: which sides' turns these files can show at all: a hold needs the holds, the business leader
-- the interviews, the candidate the offers
select
    coalesce(bool_or(is_present) filter (where table_name = 'holds'), false) as shows_hold,
    coalesce(bool_or(is_present) filter (where table_name = 'interviews'), false) as shows_leader,
    coalesce(bool_or(is_present) filter (where table_name = 'offers'), false) as shows_candidate
from marts.present
