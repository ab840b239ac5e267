-- keeps: which tables came in, not how many rows they have
-- reads: marts.present
select table_name, is_present, null::bigint as "rows" from marts.present
