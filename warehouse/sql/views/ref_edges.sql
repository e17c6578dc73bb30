-- The reference graph: which cable cites which, and whether the cited one is in the warehouse.
-- Grain: one row per pair of citing and cited cable.
--   source_id: the cable that cites
--   target_id: the cable that is cited
--   is_held: whether the cited cable is in the warehouse
--   label: label of the first reference to it (`A`)
-- Usage: SELECT * FROM ref_edges WHERE target_id = '06STATE185480'
CREATE OR REPLACE VIEW ref_edges AS
SELECT
    r.cable_id AS source_id, r.target_id, t.cable_id IS NOT NULL AS is_held,
    min_by(r.label, r.ordinal) AS label, bool_or(r.is_notal) AS is_notal
FROM refs AS r
LEFT JOIN cables AS t ON r.target_id = t.cable_id
WHERE r.target_id IS NOT NULL
GROUP BY r.cable_id, r.target_id, t.cable_id
