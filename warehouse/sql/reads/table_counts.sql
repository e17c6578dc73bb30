-- Rows of each table, as the catalog estimates them (exact for tables that were just written).
SELECT table_name, estimated_size AS row_count FROM duckdb_tables() ORDER BY table_name
