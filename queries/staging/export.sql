-- question: What instant is everything as of, and who says so?
-- grain: the export itself (always one row)
-- reads: typed.export, working.export
-- note: The flag wins; it was checked to be no later than the export. A bare day, which is written
-- without a colon however it is written, means its end in the default zone.
with
    exported as (
        select
            typed.*,
            case
                when contains(written.exported_at, ':')
                then typed.exported_at
                else end_of_day(typed.exported_on, $zone)
            end as exported_until
        from typed.export as typed
        inner join working.export as written on typed._row = written.rowid
    )
select
    exported.exported_until as exported_at,
    exported.exported_on,
    exported.covers_from,
    exported.selected_by,
    coalesce(exported.synthetic, false) as synthetic,
    coalesce(
        least(
            coalesce($flag_at::timestamptz, end_of_day($flag_on::date, $zone)),
            exported.exported_until
        ),
        exported.exported_until,
        end_of_day($latest::date, $zone)
    ) as as_of_at,
    timezone($zone, as_of_at)::date as as_of_on,
    case
        when coalesce($flag_at::varchar, $flag_on::varchar) is not null
        then 'flag'
        when exported.exported_until is not null
        then 'export'
        else 'latest event'
    end as as_of_source,
    $zone as default_time_zone,
    $owner as owner,
    $reply_days::integer as reply_days,
    $cutoff_hour::integer as cutoff_hour,
    $ownership_days::integer as ownership_days,
    $guarantee_days::integer as guarantee_days,
    $meeting_interval_days::integer as meeting_interval_days,
    $people_shown as people_shown,
    exported._file,
    exported._line
from (select 1) as always
left join exported on true
