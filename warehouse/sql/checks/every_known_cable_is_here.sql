-- Cables that a current reading found, but that are not in the table.
SELECT DISTINCT r.cable_id
FROM current_readings AS r
ANTI JOIN cables AS c ON r.cable_id = c.cable_id
WHERE r.cable_id IS NOT NULL AND r.content_sha256 IS NOT NULL
