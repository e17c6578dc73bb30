-- Checks of one run, those that were not met first.
-- Grain: one row per check.
-- Usage: $run is the run.
SELECT
    table_name, expectation, column_name, level, success, observed, unexpected_count, examples,
    reason
FROM quality
WHERE run_id = $run
ORDER BY success, level, table_name, expectation
