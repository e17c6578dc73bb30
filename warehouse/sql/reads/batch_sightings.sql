-- Records of one batch that are in the ledger.
-- Usage: $1 is the batch.
SELECT sighting_id FROM sightings WHERE batch_id = $1 ORDER BY sighting_id
