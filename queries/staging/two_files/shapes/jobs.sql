-- grain: row of the searches file
-- reads: shape.searches
-- carries: raw.searches
-- note: A file without a column of ids names its searches by their titles.
select
    coalesce(search_id, title) as search_id,
    coalesce(title, search_id) as title,
    coalesce(search_status_of(status), status) as status,
    searches.* exclude (search_id, title, status)
from shape.searches
