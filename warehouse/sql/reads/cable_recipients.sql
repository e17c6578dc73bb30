-- Addressees of one cable.
-- Usage: $1 is the cable id.
SELECT role, plad, precedence FROM recipients WHERE cable_id = $1 ORDER BY ordinal
