-- One row when a cable is held, or cited by one that is; else none.
-- Usage: $1 is the cable.
SELECT $1 AS cable_id
WHERE
    EXISTS (SELECT 1 FROM cables WHERE cable_id = $1)
    OR EXISTS (SELECT 1 FROM ref_edges WHERE target_id = $1)
