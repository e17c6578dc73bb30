-- The REF block of one cable, and which of the cited cables are held.
-- Grain: one row per reference.
-- Usage: $id is the cable.
SELECT
    r.label, r.kind, r.raw, r.target_id, r.target_sent_at, r.is_notal, r.and_previous,
    c.cable_id IS NOT NULL AS is_held, c.subject, c.sent_at, c.classification
FROM refs AS r
LEFT JOIN cables AS c ON r.target_id = c.cable_id
WHERE r.cable_id = $id
ORDER BY r.ordinal
