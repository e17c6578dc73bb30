-- Who took a batch out and why, the last time first.
-- Usage: $1 is the batch.
SELECT run_id, retracted_at, retracted_by, reason
FROM retractions
WHERE batch_id = $1
ORDER BY run_id DESC
