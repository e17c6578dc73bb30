-- Names of the tables and views that can be exported.
SELECT table_name
FROM information_schema.tables
WHERE table_schema = 'main'
ORDER BY table_name
