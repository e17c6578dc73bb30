-- The run that last published, with its counts.
-- Grain: one row, or none.
SELECT
    run_id,
    kind,
    started_at,
    finished_at,
    date_diff('ms', started_at, finished_at) / 1000 AS seconds,
    input_count, input_bytes, record_count, loaded_count, duplicate_count, superseded_count,
    quarantined_count, warning_count
FROM runs
WHERE outcome = 'published'
ORDER BY run_id DESC
LIMIT 1
