-- keeps: whose file it is
-- reads: marts.reader
select $agency_id::varchar as agency_id from marts.reader
