-- grain: claim, case_id
-- reads: marts.brief, marts.brief_change, marts.meeting, marts.opening, marts.search,
-- marts.present, marts.export
-- note: cases that stand for a search, compared within a department. kickoff_fill: an opening
-- that was still open 14 days after its first brief; with = a kickoff with all three in time was
-- held by then; hit = filled by its day 60. kickoff_change: a search still open on that day; hit
-- = a must-have, the pay or the location changed in the 30 days after it. brief_fill: an opening
-- still open on its day 30; with = none of them changed until then; hit = filled by its day 90.
-- What ended before the day on which with and without are told apart is in neither group, or the
-- quick ones would all be without
with
    starts as (
        select search_id, min(briefed_on) + 14 as told_apart_on
        from marts.brief
        where chosen($agencies, agency_id)
        group by search_id
    ),
    tables_of_three as (
        select search_id, agency_id, min(met_on) as met_on
        from marts.meeting
        where kind = 'kickoff' and status = 'held' and is_tri_party
        group by search_id, agency_id
    ),
    kickoffs as (
        select
            brief.search_id,
            any_value(told_apart_on) as told_apart_on,
            bool_or(
                case
                    when has_tri_party_kickoff is not null
                    then has_tri_party_kickoff and coalesce(met_on <= told_apart_on, false)
                end
            ) as has_kickoff
        from marts.brief
        inner join starts on brief.search_id = starts.search_id
        left join
            tables_of_three
            on brief.search_id = tables_of_three.search_id
            and brief.agency_id = tables_of_three.agency_id
        where chosen($agencies, brief.agency_id)
        group by brief.search_id
    ),
    changes as (
        select search_id, changed_on
        from marts.brief_change
        where field in ('must_have', 'pay', 'location')
    ),
    shows_changes as (
        select bool_or(is_present) as are_shown
        from marts.present
        where table_name = 'brief_changes'
    ),
    openings as (
        select opening.*, has_kickoff, told_apart_on
        from marts.opening
        inner join kickoffs on opening.search_id = kickoffs.search_id
        where not is_excluded and coalesce(entry_days, 0) = 0
    )
select
    'kickoff_fill' as claim,
    opening_id as case_id,
    search_id,
    null as agency_id,
    opened_on + 60 as judged_on,
    has_kickoff as is_with,
    outcome = 'filled' and days <= 60 as is_hit
from openings
cross join marts.export
where
    opened_on + 60 <= as_of_on
    and told_apart_on < opened_on + 60
    and coalesce(ended_on > told_apart_on, true)
union all
select
    'kickoff_change',
    search.search_id,
    search.search_id,
    null,
    told_apart_on + 30,
    has_kickoff,
    exists (
        select 1
        from changes
        where
            changes.search_id = search.search_id
            and changed_on > told_apart_on
            and changed_on <= told_apart_on + 30
    )
from marts.search
inner join kickoffs on search.search_id = kickoffs.search_id
cross join shows_changes
cross join marts.export
where are_shown and told_apart_on + 30 <= as_of_on and coalesce(closed_on > told_apart_on, true)
union all
select
    'brief_fill',
    opening_id,
    search_id,
    null,
    opened_on + 90,
    not exists (
        select 1
        from changes
        where changes.search_id = openings.search_id and changed_on <= opened_on + 30
    ),
    outcome = 'filled' and days <= 90
from openings
cross join shows_changes
cross join marts.export
where are_shown and opened_on + 90 <= as_of_on and coalesce(ended_on > opened_on + 30, true)
