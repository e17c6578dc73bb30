-- As `generation`, of a file from before runs had a kind.
-- Usage: $1 is the run.
SELECT
    NULL AS kind,
    any_value(r.finished_at) AS finished_at,
    (SELECT count(*) FROM cables) AS cable_count
FROM runs AS r
WHERE r.run_id = $1
