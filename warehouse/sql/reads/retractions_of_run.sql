-- What one run took out.
-- Usage: $1 is the run.
SELECT * FROM retractions WHERE run_id = $1 ORDER BY batch_id
