-- Edges of the reference graph, from the citing to the cited cable.
SELECT source_id AS source, target_id AS target, label, is_notal, in_ref_block, mention_count
FROM ref_edges
ORDER BY source_id, target_id
