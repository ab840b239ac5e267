-- grain: the whole export
-- key:
-- reads: staging.present, staging.meetings
-- note: Which steps these files can show. Where the tables of a step did not come in, nobody can be
-- said not to have taken it: that a later step implies it only says who has.
select
    bool_or(is_present) filter (
        where table_name in ('interviews', 'stage_events')
    ) as shows_interviewed,
    bool_or(is_present) filter (where table_name in ('offers', 'stage_events')) as shows_offered,
    bool_or(is_present) filter (where table_name in ('offers', 'stage_events')) as shows_accepted,
    bool_or(is_present) filter (where table_name = 'placements') as shows_started,
    bool_or(is_present) filter (where table_name = 'meetings') as shows_meetings,
    bool_or(is_present) filter (where table_name = 'meeting_attendees') as shows_attendees,
    (select count(topics) > 0 from staging.meetings) as shows_topics
from staging.present
