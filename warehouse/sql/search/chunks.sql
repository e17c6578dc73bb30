-- The chunks in order, each with its first and last cable.
SELECT min(cable_id) AS first_cable, max(cable_id) AS last_cable
FROM new_cables
GROUP BY chunk
ORDER BY chunk
