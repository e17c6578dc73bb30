-- The reading of every input file that counts: the newest one (parser version, schema version,
-- run). Batches that only retried quarantined records are no readings of their inputs.
-- Grain: one row per content and name of an input file.
-- Usage: SELECT uri, parser_version FROM current_inputs JOIN batches USING (batch_id)
CREATE OR REPLACE VIEW current_inputs AS
WITH newest AS (
    SELECT i.input_sha256, b.batch_id
    FROM inputs AS i
    INNER JOIN batches AS b ON i.batch_id = b.batch_id
    WHERE b.retry_of IS NULL
    QUALIFY
        row_number() OVER (
            PARTITION BY i.input_sha256
            ORDER BY
                list_transform(
                    string_split(b.parser_version, '.'), LAMBDA part: part::INTEGER
                ) DESC,
                list_transform(
                    string_split(b.schema_version, '.'), LAMBDA part: part::INTEGER
                ) DESC,
                b.run_id DESC,
                b.batch_id ASC
        ) = 1
)

SELECT i.input_sha256, i.uri, i.size_bytes, i.batch_id
FROM inputs AS i
INNER JOIN newest AS n ON i.input_sha256 = n.input_sha256 AND i.batch_id = n.batch_id
