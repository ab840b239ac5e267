-- question: Which tables did the exports hold?
-- grain: table_name
-- reads: marts.present
-- readers: hr, agency
select table_name, is_present, rows from marts.present order by table_name
