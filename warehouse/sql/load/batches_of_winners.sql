-- Batches out of which rows must be read.
SELECT DISTINCT batch_id FROM changed_cables WHERE batch_id IS NOT NULL ORDER BY batch_id
