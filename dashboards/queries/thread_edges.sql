-- References among some cables.
-- Grain: one row per pair of citing and cited cable.
-- Usage: $ids are the cables.
SELECT source_id, target_id, label, source_sent_at, in_ref_block
FROM ref_edges
WHERE list_contains($ids, source_id) AND list_contains($ids, target_id)
ORDER BY source_sent_at ASC NULLS LAST, source_id ASC, target_id ASC
