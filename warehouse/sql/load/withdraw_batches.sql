-- Batches that have no input left are gone.
DELETE FROM batches WHERE batch_id NOT IN (SELECT i.batch_id FROM inputs AS i)
