-- Cables whose current text may change: all that any reading of the inputs of the new batches, or
-- of the inputs to take out, has ever found.
CREATE OR REPLACE TEMP TABLE affected_cables AS
WITH touched AS (
    SELECT i.input_sha256
    FROM inputs AS i
    SEMI JOIN new_batches AS b ON i.batch_id = b.batch_id
    UNION
    SELECT w.input_sha256 FROM withdrawn_inputs AS w
)

SELECT DISTINCT s.cable_id
FROM sightings AS s
SEMI JOIN touched AS t ON s.input_sha256 = t.input_sha256
WHERE s.cable_id IS NOT NULL
