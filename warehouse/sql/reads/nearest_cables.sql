-- Ids of cables that are spelled much like a given one.
-- Usage: $1 is the id that was not found.
SELECT cable_id FROM cables ORDER BY levenshtein(cable_id, $1), cable_id LIMIT 5
