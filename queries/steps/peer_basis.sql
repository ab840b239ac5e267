-- grain: cell (reader, line and time) and agency that is one of the others in it
-- key: agency_id, line, since_on, until_on, peer_id
-- reads: marts.agency, staging.published_peer, steps.peer_change, steps.peer_count
-- note: What a cell stands on: what is known now, or, where it is frozen or can't be shown any
-- more, what was told before. has_come_up = it could be shown by itself.
with
    now as (
        select
            agency.agency_id,
            line,
            since_on,
            until_on,
            peer_count.agency_id as peer_id,
            k,
            n,
            has_enough
        from steps.peer_count
        inner join marts.agency on peer_count.agency_id <> agency.agency_id
    ),
    pools as (
        select agency_id, line, since_on, until_on, is_pool(k, n, has_enough) as is_safe
        from now
        where has_enough
        group by agency_id, line, since_on, until_on
    ),
    cells as (
        select
            agency_id,
            line,
            since_on,
            until_on,
            peer_change.is_frozen is not null as is_told,
            coalesce(pools.is_safe, false) as is_safe,
            coalesce(peer_change.is_frozen, false) as is_frozen,
            is_told and (is_frozen or not is_safe) as is_as_told,
            if(is_frozen, not is_stale, is_safe) as has_come_up
        from pools
        full join steps.peer_change using (agency_id, line, since_on, until_on)
    )
select agency_id, line, since_on, until_on, peer_id, k, n, has_enough, is_told, has_come_up
from now
inner join cells using (agency_id, line, since_on, until_on)
where not is_as_told
union all
select agency_id, line, since_on, until_on, peer_id, k, n, has_enough, is_told, has_come_up
from staging.published_peer
inner join cells using (agency_id, line, since_on, until_on)
where is_as_told
