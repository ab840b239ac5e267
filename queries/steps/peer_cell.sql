-- grain: cell (reader, line and time)
-- key: agency_id, line, since_on, until_on
-- reads: steps.peer_basis
-- note: `place` is the order in which quarters are held back where the year less the quarters told
-- would leave what may not be told: the smallest first, and none that was told before, because that
-- cannot be taken back.
with
    cells as (
        select
            agency_id,
            line,
            since_on,
            until_on,
            until_on - since_on > 100 as is_year,
            is_told,
            has_come_up,
            sum(n) as n
        from steps.peer_basis
        group by all
    )
select
    agency_id,
    line,
    since_on,
    until_on,
    is_year,
    is_told,
    has_come_up,
    case
        when has_come_up and not is_told and not is_year
        then
            row_number() over (
                partition by agency_id, line, has_come_up and not is_told and not is_year
                order by n, since_on
            )
    end as place
from cells
