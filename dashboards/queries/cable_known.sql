-- Whether a cable is held, or cited by one that is.
-- Grain: one row, or none for a cable that nobody knows.
-- Usage: $id is the cable.
SELECT $id AS cable_id, TRUE AS is_held, any_value(subject) AS subject, 0 AS cited_count
FROM cables
WHERE cable_id = $id
HAVING count(*) > 0
UNION ALL
SELECT $id AS cable_id, FALSE AS is_held, NULL AS subject, count(*) AS cited_count
FROM ref_edges
WHERE target_id = $id AND NOT is_held
HAVING count(*) > 0
