-- grain: submission_id
-- reads: marts.submission, marts.search, marts.export
-- with: candidacies_in_scope
-- note: days until a person was hired; a no of either side, or the end of the search, ends the
-- chance of it
select
    "group",
    days,
    0 as entry_days,
    case outcome when 'hired' then 1 when 'lost' then 3 else 0 end as cause
from candidacies_in_scope
where not is_excluded
