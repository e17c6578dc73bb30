-- Inputs whose current reading is of another parser or schema version than the ones given.
-- Usage: $1 and $2 are the versions, $3 the batches to look at (NULL: all), $4 and $5 the first and
-- the last start of the runs that read them (NULL: any).
SELECT i.input_sha256, i.uri, i.size_bytes
FROM current_inputs AS i
INNER JOIN batches AS b ON i.batch_id = b.batch_id
LEFT JOIN runs AS r ON b.run_id = r.run_id
WHERE
    (b.parser_version <> $1 OR b.schema_version <> $2)
    AND ($3::VARCHAR [] IS NULL OR list_contains($3::VARCHAR [], b.batch_id))
    AND ($4::TIMESTAMP IS NULL OR r.started_at >= $4::TIMESTAMP)
    AND ($5::TIMESTAMP IS NULL OR r.started_at < $5::TIMESTAMP)
ORDER BY i.input_sha256, i.uri
