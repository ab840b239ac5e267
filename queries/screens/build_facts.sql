-- question: How fresh are these figures, and where do they begin?
-- grain: one row
-- reads: marts.export, marts.search
-- readers: hr, agency
select
    export.as_of_on,
    export.exported_at,
    export.covers_from,
    export.selected_by,
    export.owner,
    export.is_synthetic,
    coalesce(export.covers_from, first_search.opened_on, export.as_of_on) as first_on
from marts.export as export
cross join (select min(opened_on) as opened_on from marts.search) as first_search
