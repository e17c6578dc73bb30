-- How many checks one run made, and how many were met.
-- Usage: $1 is the run.
SELECT count(*) AS check_count, count(*) FILTER (WHERE success) AS met_count
FROM quality
WHERE run_id = $1
