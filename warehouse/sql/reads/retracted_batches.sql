-- Batches that a retraction took inputs from and that hold others still.
-- Usage: $1 is the run that retracted.
SELECT r.batch_id
FROM retractions AS r
SEMI JOIN batches AS b ON r.batch_id = b.batch_id
WHERE r.run_id = $1
ORDER BY r.batch_id
