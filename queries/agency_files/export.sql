-- keeps: all of it
-- reads: marts.export
select
    exported_at,
    as_of_at,
    as_of_on,
    as_of_source,
    covers_from,
    selected_by,
    default_time_zone,
    "owner",
    reply_days,
    is_synthetic
from marts.export
