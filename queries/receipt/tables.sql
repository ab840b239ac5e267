-- grain: table
-- reads: typed.present
select table_name as "table", is_present, rows from typed.present order by table_name
