-- grain: turn that a search itself gives
-- key:
-- reads: steps.briefed, steps.hold_span, steps.in_process, marts.search, staging.export,
-- staging.present
-- as: view
-- note: While a brief is out the agency may send a candidate; that is nobody's turn but theirs
-- while
-- nothing else is pending. Before the first brief, and after the last was taken back, it is HR's to
-- find an agency; where briefs are not on file, nobody's that can be seen. A hold beats everything;
-- of a search on hold since nobody knows when, the days after the last thing on file are unknown,
-- like those before the day from which the exports cover anything. What ended but still has an open
-- seat is HR's to open again.
with
    last_things as (
        select search_id, max(last_on) as last_on
        from
            (
                select search_id, greatest(received_on, yes_on, seen_on, gone_on) as last_on
                from steps.in_process
                union all
                select search_id, briefed_on
                from steps.briefed
            )
        group by search_id
    ),
    held_now as (select search_id from steps.hold_span where is_on),
    turns as (
        select search_id, 'briefing' as step, date '-infinity' as started_on, null::date as ended_on
        from marts.search
        union all
        select search_id, 'candidate', briefed_on, released_on
        from steps.briefed
        union all
        select search_id, 'brief_undated', date '-infinity', null
        from marts.search
        where not (select is_present from staging.present where table_name = 'briefs')
        union all
        select search_id, 'reopening', closed_on, null
        from marts.search
        where status in ('filled', 'cancelled') and closed_on is not null
        union all
        select search_id, 'hold', held_from, case when not is_on then held_until end
        from steps.hold_span
        union all
        select search_id, 'hold_undated', coalesce(last_on, opened_on), null
        from marts.search
        anti join held_now using (search_id)
        left join last_things using (search_id)
        where status = 'on_hold'
        union all
        select search_id, 'before_files', date '-infinity', covers_from
        from marts.search
        cross join staging.export
        where covers_from is not null
    )
select
    step,
    search_id,
    null::varchar as submission_id,
    null::timestamptz as started_at,
    started_on,
    ended_on,
    null::integer as limit_days
from turns
