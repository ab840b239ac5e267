-- grain: search
-- key: search_id
-- reads: typed.searches, typed.export, typed.holds
-- note: A search that closed later was open. A hold has dates only in its own table: where that
-- holds rows of the search and none of them had begun, the search was open too.
with
    held_searches as (
        select
            search_id,
            bool_or(held_from <= as_of_on and coalesce(held_until > as_of_on, true)) as is_held
        from typed.holds
        cross join typed.export
        group by search_id
    )
select
    searches.* replace (
        case
            when searches.status in ('filled', 'cancelled') and searches.closed_on > export.as_of_on
            then 'open'
            when searches.status = 'on_hold' and not held_searches.is_held
            then 'open'
            else searches.status
        end as status,
        case when searches.closed_on <= export.as_of_on then searches.closed_on end as closed_on,
        case
            when searches.approved_on <= export.as_of_on then searches.approved_on
        end as approved_on
    )
from typed.searches
cross join typed.export
left join held_searches using (search_id)
where searches.opened_on <= export.as_of_on
