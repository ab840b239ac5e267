-- grain: the export itself
-- reads: marts.export
select as_of_at, as_of_on, as_of_source, owner, is_synthetic, covers_from, selected_by
from marts.export
