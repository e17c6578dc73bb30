-- The batches that this run brings.
-- Usage: $1 is the list of their ids.
CREATE OR REPLACE TEMP TABLE new_batches AS
SELECT unnest($1::VARCHAR []) AS batch_id
