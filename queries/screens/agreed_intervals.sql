-- question: How many days may pass between two meetings?
-- grain: agency_id
-- reads: marts.agency
-- readers: hr, agency
select agency_id, meeting_interval_days from marts.agency order by agency_id
