-- promise: Every agency that a case names is among the agencies
-- grain: agency
-- reads: marts.agency, marts.brief, marts.submission, marts.meeting, marts.contact_gap
with
    named as (
        select agency_id
        from marts.brief
        union
        select agency_id
        from marts.submission
        union
        select agency_id
        from marts.meeting
        union
        select agency_id
        from marts.contact_gap
    )
select named.agency_id
from named
anti join marts.agency on named.agency_id = agency.agency_id
where named.agency_id is not null
