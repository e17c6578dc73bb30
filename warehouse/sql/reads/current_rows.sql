-- The rows of the lake that are current: one sighting a cable, in the batch that holds it.
SELECT cable_id, sighting_id, batch_id
FROM cables
ORDER BY cable_id
