-- grain: canonical table
-- key: table_name
-- reads: staging.present
-- order: table_name
-- note: What came in. A figure whose table is absent is unknown, not 0.
select table_name, is_present, "rows" from staging.present
