-- grain: the whole export
-- key:
-- reads: staging.export
-- order: as_of_at
select
    exported_at,
    as_of_at,
    as_of_on,
    as_of_source,
    covers_from,
    coalesce(selected_by, 'all') as selected_by,
    default_time_zone,
    owner,
    reply_days,
    coalesce(synthetic, false) as is_synthetic
from staging.export
