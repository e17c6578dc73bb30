-- Checks of one run that were not met.
-- Usage: $1 is the run.
SELECT table_name, expectation, level, observed, unexpected_count, examples, reason
FROM quality
WHERE run_id = $1 AND NOT success
ORDER BY level, table_name, expectation
