-- Validation results of this run and of failed runs that are not known yet.
-- Usage: $1 is the list of Parquet files.
INSERT INTO quality BY NAME
SELECT q.*
FROM read_parquet($1, hive_partitioning = false) AS q
WHERE q.run_id NOT IN (SELECT known.run_id FROM quality AS known)
