-- grain: opening and agency its search was given to
-- key: opening_id, agency_id
-- reads: marts.opening, marts.brief
-- order: agency_id, opening_id
-- note: Fans out: an opening stands once for every agency that was briefed, whoever filled it.
select opening.opening_id, brief.agency_id
from marts.opening
inner join marts.brief using (search_id)
