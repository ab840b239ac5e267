-- How text becomes a value. Every macro looks at the text first and casts second, because casts
-- succeed where they should not: 1e3, 0x1F, 1_000, 'infinity' and the year 25 are all accepted by
-- a bare one. They return null for text that is no such value; its row is then set aside.
-- The text without white space around it, whatever kind; null where nothing is left.
create or replace temp macro written(v) as
    nullif(trim(v, ' ' || chr(9) || chr(10) || chr(13) || chr(160) || chr(8199) || chr(8203) || chr(8239) || chr(65279)), '')
;
-- Such a text, or null where it is a word for nothing. Free text keeps such words.
create or replace temp macro given(v) as
    case when lower(v) not in ('na', 'n/a', '#n/a', 'null', 'none', '-', '–', '—') then v end
;
-- Values that systems write where they have none.
create or replace temp macro is_filler_id(v) as v in ('0', '-1')
;
create or replace temp macro is_filler_day(v) as
    v in ('0', '-1') or left(v, 10) in ('0000-00-00', '0001-01-01', '1000-01-01', '1900-01-01', '9999-12-31')
;
-- A word of a fixed vocabulary, as the vocabulary spells it: 'Business Leader' is business_leader.
create or replace temp macro as_word(v) as regexp_replace(lower(v), '[\s-]+', '_', 'g')
;
create or replace temp macro as_words(v) as
    list_filter(list_transform(string_split(v, ';'), lambda word: as_word(trim(word))), lambda word: word <> '')
;
create or replace temp macro as_flag(v) as
    case when lower(v) in ('true', 'yes', 'y') then true when lower(v) in ('false', 'no', 'n') then false end
;
create or replace temp macro as_count(v) as
    case when regexp_full_match(v, '\d{1,9}(\.0{1,2})?') then try_cast(split_part(v, '.', 1) as integer) end
;
create or replace temp macro as_rating(v) as case when as_count(v) between 1 and 5 then as_count(v) end
;
-- Numbers. `mark` is the decimal mark, '.' or ','; the other one, a space or ' may group thousands.
create or replace temp macro is_point_number(v) as
    regexp_full_match(v, '[+-]?(\d+|[1-9]\d{0,2}((,\d{3})+|([ \x{00A0}\x{202F}]\d{3})+|([''’]\d{3})+))(\.\d+)?')
;
create or replace temp macro is_comma_number(v) as
    regexp_full_match(v, '[+-]?(\d+|[1-9]\d{0,2}((\.\d{3})+|([ \x{00A0}\x{202F}]\d{3})+|([''’]\d{3})+))(,\d+)?')
;
create or replace temp macro as_money(v, mark) as
    case
        when mark = ',' and is_comma_number(v)
        then try_cast(replace(regexp_replace(v, '[^0-9,+-]', '', 'g'), ',', '.') as decimal(18, 4))
        when mark = '.' and is_point_number(v)
        then try_cast(regexp_replace(v, '[^0-9.+-]', '', 'g') as decimal(18, 4))
    end
;
create or replace temp macro bare_number(v) as rtrim(rtrim(v, '%'))
;
create or replace temp macro as_fraction(v, mark) as
    case
        when ends_with(v, '%') and as_money(bare_number(v), mark) between 0 and 100
        then (as_money(bare_number(v), mark) / 100)::decimal(18, 4)
        when as_money(v, mark) between 0 and 1
        then as_money(v, mark)
    end
;
-- Days and instants as ISO 8601: a day, a day and a clock time, and the same with an offset.
-- Years from 1900 to 2199.
create or replace temp macro is_iso_day(v) as regexp_full_match(v, '(19|20|21)\d\d-\d\d-\d\d')
;
create or replace temp macro is_iso_naive(v) as
    regexp_full_match(v, '(19|20|21)\d\d-\d\d-\d\d[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?')
;
create or replace temp macro is_iso_instant(v) as
    regexp_full_match(v, '(19|20|21)\d\d-\d\d-\d\d[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)? ?(Z|UTC|[+-](0\d|1[0-4])(:?[0-5]\d)?)')
;
-- The calendar day of such a text in a zone. A day stays the day it is; only an offset is
-- converted.
create or replace temp macro as_day(v, zone) as
    case
        when is_iso_day(v)
        then try_cast(v as date)
        when is_iso_naive(v)
        then try_cast(v as timestamp)::date
        when is_iso_instant(v)
        then timezone(zone, try_cast(v as timestamptz))::date
    end
;
-- The instant. A clock time without an offset is the zone's; a bare day sorts at its midnight
-- there.
create or replace temp macro as_instant(v, zone) as
    case
        when is_iso_day(v) or is_iso_naive(v)
        then timezone(zone, try_cast(v as timestamp))
        when is_iso_instant(v)
        then try_cast(v as timestamptz)
    end
;
-- Days as people write them: 3/4/2026, 03.04.2026, 3-4-2026, each with or without a time behind it.
create or replace temp macro is_numbered_day(v) as
    regexp_full_match(v, '\d{1,2}(/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)\d{4}([T ,].*)?')
;
create or replace temp macro first_part(v) as try_cast(regexp_extract(v, '^(\d{1,2})[/.-]', 1) as integer)
;
create or replace temp macro second_part(v) as try_cast(regexp_extract(v, '^\d{1,2}[/.-](\d{1,2})[/.-]', 1) as integer)
;
-- 2:05 pm and 2:05 as 14:05 and 02:05; what is not a clock time stays as it is and fails later.
create or replace temp macro as_24_hours(v) as
    case
        when regexp_full_match(v, '\d:\d\d.*') and not regexp_matches(v, '(?i)[ap]m$')
        then '0' || v
        when regexp_full_match(v, '(?i)(0?[1-9]|1[0-2]):[0-5]\d(:[0-5]\d)? ?[ap]m')
        then
            lpad(
                ((split_part(v, ':', 1)::integer % 12) + case when regexp_matches(v, '(?i)pm$') then 12 else 0 end)::varchar,
                2,
                '0'
            )
            || regexp_extract(v, ':[0-9:]+')
        else v
    end
;
create or replace temp macro with_time(day, v) as
    case when v is null or v = '' then day else day || ' ' || as_24_hours(trim(v, ' T,')) end
;
-- 3, Apr, 2026 as 2026-04-03; the month in English, short or in full.
create or replace temp macro named_day(day, month, year) as
    year
    || '-'
    || lpad(
        nullif(
            greatest(
                list_position(['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'], lower(month)),
                list_position(['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'], lower(month))
            ),
            0
        )::varchar,
        2,
        '0'
    )
    || '-'
    || lpad(day, 2, '0')
;
-- A day of any of these spellings as ISO 8601. `date_order` is 'dmy' or 'mdy' and was decided for
-- the whole column.
create or replace temp macro as_iso(v, date_order) as
    case
        when is_numbered_day(v) and date_order in ('dmy', 'mdy')
        then
            with_time(
                regexp_extract(v, '[/.-](\d{4})', 1)
                || '-'
                || lpad((case when date_order = 'dmy' then second_part(v) else first_part(v) end)::varchar, 2, '0')
                || '-'
                || lpad((case when date_order = 'dmy' then first_part(v) else second_part(v) end)::varchar, 2, '0'),
                regexp_extract(v, '[/.-]\d{4}(.*)$', 1)
            )
        when regexp_full_match(v, '\d{4}[/.]\d{1,2}[/.]\d{1,2}([T ,].*)?')
        then
            with_time(
                regexp_extract(v, '^\d{4}')
                || '-'
                || lpad(regexp_extract(v, '^\d{4}[/.](\d{1,2})', 1), 2, '0')
                || '-'
                || lpad(regexp_extract(v, '^\d{4}[/.]\d{1,2}[/.](\d{1,2})', 1), 2, '0'),
                regexp_extract(v, '^\d{4}[/.]\d{1,2}[/.]\d{1,2}(.*)$', 1)
            )
        when regexp_full_match(v, '\d{1,2}[ -][A-Za-z]{3,9}\.?[ ,-]+\d{4}([T ,].*)?')
        then
            with_time(
                named_day(
                    regexp_extract(v, '^\d{1,2}'),
                    regexp_extract(v, '[A-Za-z]{3,9}'),
                    regexp_extract(v, '[ ,-](\d{4})', 1)
                ),
                regexp_extract(v, '[ ,-]\d{4}(.*)$', 1)
            )
        when regexp_full_match(v, '[A-Za-z]{3,9}\.? \d{1,2},? \d{4}([T ,].*)?')
        then
            with_time(
                named_day(
                    regexp_extract(v, ' (\d{1,2})', 1),
                    regexp_extract(v, '^[A-Za-z]{3,9}'),
                    regexp_extract(v, '[ ,](\d{4})', 1)
                ),
                regexp_extract(v, '[ ,]\d{4}(.*)$', 1)
            )
        else v
    end
;
-- Only where a mapping says that a system writes them: counts of time since 1970, and days as
-- Excel counts them.
create or replace temp macro from_epoch_milliseconds(v) as
    case
        when regexp_full_match(v, '\d{11,14}')
        then strftime(make_timestamp(v::bigint * 1000), '%Y-%m-%dT%H:%M:%S.%gZ')
        else v
    end
;
create or replace temp macro from_epoch_seconds(v) as
    case when regexp_full_match(v, '\d{9,10}') then from_epoch_milliseconds((v::bigint * 1000)::varchar) else v end
;
create or replace temp macro from_excel_day(v) as
    case when regexp_full_match(v, '\d{5}') then strftime(date '1899-12-30' + v::integer, '%Y-%m-%d') else v end
;
-- The last instant of a day in a zone.
create or replace temp macro end_of_day(day, zone) as timezone(zone, (day + 1)::timestamp) - interval 1 microsecond
;
