-- Rows of each table, as the catalog estimates them (exact for tables that were just written).
-- Grain: one row per table.
SELECT schema_name, table_name, estimated_size AS row_count
FROM duckdb_tables()
ORDER BY schema_name = 'main' DESC, table_name ASC
