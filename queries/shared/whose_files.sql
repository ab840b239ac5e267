-- grain: one row
-- reads: marts.export
-- note: whether these are an agency's own files, which don't show what others sent or filled
select owner = 'agency' as is_agencys_own from marts.export
