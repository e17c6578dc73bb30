-- One cable with the source it came from.
-- Usage: $1 is the cable id.
SELECT * FROM cables WHERE cable_id = $1
