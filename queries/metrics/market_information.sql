-- question: Does the agency tell HR about the local job market soon after the brief?
-- grain: group
-- reads: marts.brief, marts.brief_change, marts.present
-- needs: briefs, meetings
-- with: briefs_in_scope, seen_tables
-- by: agency, client, department, quarter
-- unit: search given to an agency; market_rate is a fraction
-- attribution: briefed
-- direction: higher is better
-- owner: agency
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: counted where a meeting held about the search within 10 business days of the brief has the
-- market among its topics (market, salary, supply, competitors, notice; the list is
-- is_about_the_market in macros.sql). due = those 10 days have passed, or it was spoken of; a
-- search
-- cancelled before is not due. Null where no briefs, or no meetings with topics, are in the
-- exports.
-- changed_after = informed ones whose brief was changed (a must, pay or location) on a later day;
-- null where no brief changes are in the exports
with
    told as (
        select
            *,
            exists (
                select 1
                from marts.brief_change
                where
                    brief_change.search_id = briefs_in_scope.search_id
                    and brief_change.changed_on > briefs_in_scope.market_on
                    and brief_change.field in ('must_have', 'pay', 'location')
            ) as is_changed_after
        from briefs_in_scope
    )
select
    "group",
    case when count(is_market_due) > 0 then count(*) filter (where is_market_due) end as due,
    case
        when count(is_market_due) > 0
        then count(*) filter (where is_market_due and has_market_information)
    end as informed,
    share(informed, due) as market_rate,
    wilson_low(informed, due) as market_low,
    wilson_high(informed, due) as market_high,
    case
        when count(is_market_due) > 0 and has_brief_changes
        then count(*) filter (where is_market_due and has_market_information and is_changed_after)
    end as changed_after,
    share(changed_after, informed) as changed_after_rate,
    wilson_low(changed_after, informed) as changed_after_low,
    wilson_high(changed_after, informed) as changed_after_high
from told
cross join seen_tables
group by "group", has_brief_changes
order by "group"
