-- Batches of one run.
-- Grain: one row per batch.
-- Usage: $run is the run.
SELECT batch_id, parser_version, schema_version, input_count, record_count, cable_count, retry_of
FROM batches
WHERE run_id = $run
ORDER BY batch_id
