-- The inputs to take out leave their batches.
DELETE FROM inputs
WHERE input_sha256 IN (SELECT w.input_sha256 FROM withdrawn_inputs AS w)
