-- References of one cable, and whether the cited cable is here.
-- Usage: $1 is the cable id.
SELECT r.label, r.kind, r.raw, r.target_id, r.is_notal, c.cable_id IS NOT NULL AS is_held, c.subject
FROM refs AS r
LEFT JOIN cables AS c ON r.target_id = c.cable_id
WHERE r.cable_id = $1
ORDER BY r.ordinal
