-- The last runs, the newest first.
-- Usage: $1 is how many.
SELECT
    run_id, started_at, finished_at, outcome, failed_step, error, engine, input_count, record_count,
    loaded_count, duplicate_count, superseded_count, quarantined_count, warning_count
FROM runs
ORDER BY run_id DESC
LIMIT $1
