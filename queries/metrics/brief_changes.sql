-- question: How often is a brief changed after the kickoff?
-- grain: group
-- reads: marts.brief, marts.brief_change, marts.present
-- needs: briefs, meetings, brief_changes
-- with: briefs_in_scope, seen_tables
-- by: agency, client, department, quarter
-- unit: search with a kickoff; changed_rate is a fraction
-- attribution: briefed
-- direction: lower is better
-- owner: hr
-- smallest_n: 5
-- readers: hr, agency
-- source: counts with Wilson's interval
-- note: changes of what is a must, of pay and of location on a day after the first kickoff that was
-- held; other changes are not counted. A search given to several agencies is one search. Null where
-- no brief changes are in the exports, no row where no kickoffs are
with
    kicked_off as (
        select "group", search_id, min(kickoff_on) as kickoff_on
        from briefs_in_scope
        where kickoff_on is not null
        group by all
    ),
    counted as (
        select
            kicked_off."group",
            kicked_off.search_id,
            count(*) filter (where field = 'must_have') as must_haves,
            count(*) filter (where field = 'pay') as pays,
            count(*) filter (where field = 'location') as locations
        from kicked_off
        left join
            marts.brief_change
            on kicked_off.search_id = brief_change.search_id
            and kicked_off.kickoff_on < brief_change.changed_on
        group by all
    )
select
    "group",
    count(*) as searches,
    case when has_brief_changes then sum(must_haves)::bigint end as must_have_changes,
    case when has_brief_changes then sum(pays)::bigint end as pay_changes,
    case when has_brief_changes then sum(locations)::bigint end as location_changes,
    case
        when has_brief_changes then count(*) filter (where must_haves + pays + locations > 0)
    end as changed,
    share(changed, searches) as changed_rate,
    wilson_low(changed, searches) as changed_low,
    wilson_high(changed, searches) as changed_high
from counted
cross join seen_tables
group by "group", has_brief_changes
order by "group"
