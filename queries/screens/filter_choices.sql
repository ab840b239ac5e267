-- question: What can the filters be set to?
-- grain: kind, value
-- reads: marts.client, marts.agency, marts.search
-- readers: hr, agency
-- note: value is what the filter compares with, label what the reader sees
select 'client' as kind, client_id as "value", coalesce(name, client_id) as label
from marts.client
union all
select 'agency' as kind, agency_id as "value", coalesce(name, agency_id) as label
from marts.agency
union all
select distinct 'department' as kind, department as "value", department as label
from marts.search
where department is not null
union all
select distinct 'location' as kind, location as "value", location as label
from marts.search
where location is not null
union all
select distinct 'role_family' as kind, role_family as "value", role_family as label
from marts.search
where role_family is not null
order by kind, label, "value"
