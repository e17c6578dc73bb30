-- Ids of all batches that this generation holds.
SELECT batch_id FROM batches
