-- grain: cell (reader, line and time) that is told or was, and agency that is one of the others
-- key: agency_id, line, since_on, until_on, peer_id
-- reads: steps.peer_basis, steps.peer_cell, steps.peer_hiding
-- order: agency_id, line, since_on, until_on, peer_id
-- note: What marts.peer_figure stands on, and what the next update compares with: the one thing in
-- the figures that depends on what was published before.
select
    basis.agency_id,
    basis.line,
    basis.since_on,
    basis.until_on,
    basis.peer_id,
    basis.k,
    basis.n,
    basis.has_enough,
    cell.has_come_up
    and if(
        cell.is_year,
        not coalesce(hiding.is_year_held, false),
        cell.is_told or cell.place > coalesce(hiding.quarters_held, 0)
    ) as is_shown
from steps.peer_basis as basis
inner join
    steps.peer_cell as cell
    on basis.agency_id = cell.agency_id
    and basis.line = cell.line
    and basis.since_on = cell.since_on
    and basis.until_on = cell.until_on
left join
    steps.peer_hiding as hiding on basis.agency_id = hiding.agency_id and basis.line = hiding.line
where cell.is_told or is_shown
