-- grain: mart
-- reads: information_schema.tables
select table_name as mart, estimated_size as rows
from duckdb_tables()
where schema_name = 'marts' and database_name = current_database()
order by table_name
