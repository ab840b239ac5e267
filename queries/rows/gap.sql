-- question: When was each partnership silent, and for how long?
-- grain: agency_id, client_id, gap_start, gap_end
-- reads: marts.contact_gap, marts.export, marts.client, marts.agency
-- with: silences_in_scope
-- attribution: days in the window
-- readers: hr, agency
-- note: a silence runs from one contact to the next, the first from the brief, the last to the
-- as-of day; cut at the end of the period. uncovered_days = its days beyond the agreed
-- interval, inside the period. silence_id names it by whose it is and its first day
select
    concat_ws(
        ' ', silences_in_scope.agency_id, silences_in_scope.client_id, silences_in_scope.gap_start
    ) as silence_id,
    silences_in_scope.agency_id,
    agency.name as agency_name,
    silences_in_scope.client_id,
    client.name as client_name,
    silences_in_scope.gap_start,
    silences_in_scope.gap_end,
    silences_in_scope.starts_with,
    silences_in_scope.is_running,
    silences_in_scope.silent_days,
    silences_in_scope.interval_days,
    silences_in_scope.days - silences_in_scope.covered_days as uncovered_days
from silences_in_scope
left join marts.client as client on silences_in_scope.client_id = client.client_id
left join marts.agency as agency on silences_in_scope.agency_id = agency.agency_id
order by agency_id, client_id, gap_start, gap_end
limit $row_limit
