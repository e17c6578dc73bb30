-- The run that built this generation, and how many cables it holds.
-- Usage: $1 is the run.
SELECT
    any_value(r.kind) AS kind,
    any_value(r.finished_at) AS finished_at,
    (SELECT count(*) FROM cables) AS cable_count
FROM runs AS r
WHERE r.run_id = $1
