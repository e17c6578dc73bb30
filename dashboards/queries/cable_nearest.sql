-- Ids of cables that are spelled much like a given one.
-- Grain: one row per cable, five at most.
-- Usage: $id is the id that was not found.
SELECT cable_id, subject FROM cables ORDER BY levenshtein(cable_id, $id), cable_id LIMIT 5
