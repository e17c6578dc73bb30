-- Quarantined records that could not be read yet.
-- Usage: $1 is the start of their ids ('' for all).
SELECT
    q.sighting_id, q.source_uri, q.source_member, q.source_record, q.source_line, q.reason,
    q.detail, q.parser_version, q.input_sha256, q.batch_id, q.run_id, q.cable_id,
    coalesce(b.retry_of, b.batch_id) AS base_batch_id
FROM open_quarantine AS q
INNER JOIN batches AS b ON q.batch_id = b.batch_id
WHERE starts_with(q.sighting_id, $1)
ORDER BY q.source_uri, q.source_member, q.source_record
