-- grain: row of the searches file
-- reads: shape.searches
-- carries: raw.searches
-- note: A file without a column of ids names its searches by their titles.
select
    coalesce(written(search_id), written(title)) as search_id,
    coalesce(written(title), written(search_id)) as title,
    coalesce(search_status_of(status), written(status)) as status,
    searches.* exclude (search_id, title, status)
from shape.searches
