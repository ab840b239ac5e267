-- keeps: the agency's own rows
-- reads: marts.commitment
-- note: A text that names another agency is left out.
select
    commitment_id,
    agency_id,
    "owner",
    made_on,
    due_on,
    closed_on,
    dropped_on,
    case
        when "text" not in (select words from texts_naming where named_id <> $agency_id) then "text"
    end as "text"
from marts.commitment
where agency_id = $agency_id
