-- Cables that are cited together with one, held or not.
-- Grain: one row per cable, those cited with it most often first, ten at most.
-- Usage: $id is the cable.
SELECT w.cable_id, w.citing_count, w.is_held, c.subject
FROM cited_with($id) AS w
LEFT JOIN cables AS c ON w.cable_id = c.cable_id
ORDER BY w.citing_count DESC, w.cable_id ASC
LIMIT 10
