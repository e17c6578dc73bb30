-- Contents of the inputs that this run takes out; empty for all runs but retractions.
-- Usage: $1 is the list of their SHA-256.
CREATE OR REPLACE TEMP TABLE withdrawn_inputs AS
SELECT DISTINCT unnest($1::VARCHAR []) AS input_sha256
