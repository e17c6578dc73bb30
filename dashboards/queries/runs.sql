-- All runs, the newest first.
-- Grain: one row per run, 200 at most.
SELECT
    *, date_diff('ms', started_at, finished_at) / 1000 AS seconds
FROM runs
ORDER BY run_id DESC
LIMIT 200
