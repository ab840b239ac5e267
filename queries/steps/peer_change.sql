-- grain: cell (reader, line and time) that the reader was told before
-- key: agency_id, line, since_on, until_on
-- reads: staging.published_peer, steps.peer_count, marts.export
-- with: peer_quarters as spans
-- note: How many rows of the others changed since. A cell is frozen at what was told unless what
-- changed could itself be shown: the rows of at least three agencies, of none more than half. Else
-- the new figure less the old one would be one agency's. It is stale when more than a fifth of its
-- rows changed meanwhile. A case that became a hit is one row.
with
    told as (
        select published_peer.*
        from staging.published_peer
        semi join
            spans on published_peer.since_on = spans.since and published_peer.until_on = spans.until
    ),
    cells as (select distinct agency_id, line, since_on, until_on from told),
    differences as (
        select
            agency_id,
            line,
            since_on,
            until_on,
            peer_id,
            - k as hits,
            k - n as misses,
            n as rows_told
        from told
        union all
        select
            cells.agency_id,
            line,
            since_on,
            until_on,
            peer_count.agency_id,
            peer_count.k,
            peer_count.n - peer_count.k,
            0
        from cells
        inner join steps.peer_count using (line, since_on, until_on)
        where cells.agency_id <> peer_count.agency_id
    ),
    by_peer as (
        select
            agency_id,
            line,
            since_on,
            until_on,
            abs(sum(hits)) as more_hits,
            abs(sum(misses)) as more_misses,
            if(
                sum(hits) * sum(misses) < 0,
                greatest(more_hits, more_misses),
                more_hits + more_misses
            ) as changed,
            sum(rows_told) as rows_told
        from differences
        group by agency_id, line, since_on, until_on, peer_id
    )
select
    agency_id,
    line,
    since_on,
    until_on,
    sum(changed) > 0
    and (count(*) filter (where changed >= 5) < 3 or 2 * max(changed) > sum(changed)) as is_frozen,
    is_frozen and 5 * sum(changed) > sum(rows_told) as is_stale
from by_peer
group by agency_id, line, since_on, until_on
