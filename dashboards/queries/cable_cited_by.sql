-- Cables that cite one, in their REF block or in their text; it need not be held.
-- Grain: one row per citing cable, the earliest first.
-- Usage: $id is the cited cable.
SELECT
    e.source_id AS cable_id, c.sent_at, c.post, c.classification, c.subject, e.label,
    e.in_ref_block, e.mention_count
FROM ref_edges AS e
INNER JOIN cables AS c ON e.source_id = c.cable_id
WHERE e.target_id = $id
ORDER BY c.sent_at ASC NULLS LAST, e.source_id ASC
