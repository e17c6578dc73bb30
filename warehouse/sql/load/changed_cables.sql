-- Cables whose rows must be replaced, with the winner's sighting (NULL when no text is left).
CREATE OR REPLACE TEMP TABLE changed_cables AS
SELECT
    a.cable_id, w.sighting_id, w.batch_id, c.cable_id IS NOT NULL AS was_held,
    w.cable_id IS NOT NULL AS is_held
FROM affected_cables AS a
LEFT JOIN winners AS w ON a.cable_id = w.cable_id
LEFT JOIN cables AS c ON a.cable_id = c.cable_id
WHERE w.sighting_id IS DISTINCT FROM c.sighting_id
