-- The counts of one run, and how many cables the generation holds.
-- Usage: $1 is the run.
SELECT
    r.record_count, r.loaded_count, r.duplicate_count, r.superseded_count, r.quarantined_count,
    (SELECT count(*) FROM cables) AS cable_count
FROM runs AS r
WHERE r.run_id = $1
