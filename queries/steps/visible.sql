-- grain: the whole export
-- key:
-- reads: staging.present
-- note: Which steps these files can show. A step is shown by its own table and, because later steps
-- imply it, by any table of a later one; where none of them came in it is unknown, not 0.
select
    bool_or(is_present) filter (
        where table_name in ('interviews', 'stage_events', 'offers', 'placements')
    ) as shows_interviewed,
    bool_or(is_present) filter (
        where table_name in ('stage_events', 'offers', 'placements')
    ) as shows_offered,
    bool_or(is_present) filter (
        where table_name in ('stage_events', 'offers', 'placements')
    ) as shows_accepted,
    bool_or(is_present) filter (where table_name = 'placements') as shows_started,
    bool_or(is_present) filter (where table_name = 'meetings') as shows_meetings,
    bool_or(is_present) filter (where table_name = 'meeting_attendees') as shows_attendees
from staging.present
