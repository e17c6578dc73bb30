-- Contents of all input files read wholly with a parser version and a schema version.
SELECT DISTINCT inputs.input_sha256
FROM inputs
INNER JOIN batches ON inputs.batch_id = batches.batch_id
WHERE
    batches.parser_version = $1
    AND batches.schema_version = $2
    AND batches.retry_of IS NULL
