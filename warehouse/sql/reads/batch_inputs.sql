-- Inputs of one batch.
-- Usage: $1 is the batch.
SELECT input_sha256, uri, size_bytes FROM inputs WHERE batch_id = $1 ORDER BY uri
