-- What the running text of one cable points to, and whether it is held.
-- Grain: one row per mention and cable that it points to.
-- Usage: $id is the cable.
SELECT
    m.paragraph_ordinal, m.raw, m.label, m.kind, m.target_id, m.is_ambiguous,
    c.cable_id IS NOT NULL AS is_held, c.subject
FROM mentions AS m
LEFT JOIN cables AS c ON m.target_id = c.cable_id
WHERE m.cable_id = $id
ORDER BY m.ordinal
