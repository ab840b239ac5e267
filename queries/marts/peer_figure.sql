-- grain: agency that is told, line and time
-- key: agency_id, line, since_on, until_on
-- reads: marts.peer_part
-- order: agency_id, line, since_on, until_on
-- note: The other agencies together, decided when the figures are made: those with five cases or
-- more (six where pay is compared), at least three of them, none with more than half of the cases
-- or of the hits. The rate is rounded to one point and how many cases it stands on is a band.
with
    bands as (
        from
            (
                values
                    (15, 29),
                    (30, 59),
                    (60, 119),
                    (120, 299),
                    (300, 999),
                    (1000, 4999),
                    (5000, null)
            ) as bands(others_from, others_to)
    ),
    pools as (
        select agency_id, line, since_on, until_on, sum(k)::bigint as k, sum(n)::bigint as n
        from marts.peer_part
        where is_shown and has_enough
        group by agency_id, line, since_on, until_on
    )
select
    pools.agency_id,
    pools.line,
    pools.since_on,
    pools.until_on,
    round(share(k, n), 2) as others_rate,
    bands.others_from,
    bands.others_to
from pools
inner join bands on n >= bands.others_from and n <= coalesce(bands.others_to, n)
