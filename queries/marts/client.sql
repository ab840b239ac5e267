-- grain: client
-- key: client_id
-- reads: staging.clients
-- order: client_id
select client_id, name from staging.clients
