-- Every reading of the inputs to take out leaves the ledger; `retractions` holds their counts.
DELETE FROM sightings
WHERE input_sha256 IN (SELECT w.input_sha256 FROM withdrawn_inputs AS w)
