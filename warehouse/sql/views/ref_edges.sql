-- The reference graph: which cable cites which, in its REF block or in its text, and whether the
-- cited one is in the warehouse.
-- Grain: one row per pair of citing and cited cable.
--   source_id: the cable that cites
--   target_id: the cable that is cited
--   is_held: whether the cited cable is in the warehouse
--   label: label of the first reference to it (`A`)
--   is_notal: marked NOTAL
--   in_ref_block: whether the REF block names it; else only the text does
--   mention_count: how often the text points to it
-- Usage: SELECT * FROM ref_edges WHERE target_id = '06STATE185480'
CREATE OR REPLACE VIEW ref_edges AS
WITH pointers AS (
    SELECT cable_id, target_id, label, is_notal, ordinal, TRUE AS is_ref FROM refs
    UNION ALL
    SELECT
        cable_id, target_id, label, FALSE AS is_notal, 100000 + ordinal AS ordinal, FALSE AS is_ref
    FROM mentions
)

SELECT
    p.cable_id AS source_id, p.target_id, t.cable_id IS NOT NULL AS is_held,
    min_by(p.label, p.ordinal) AS label, bool_or(p.is_notal) AS is_notal,
    bool_or(p.is_ref) AS in_ref_block, count(*) FILTER (WHERE NOT p.is_ref) AS mention_count
FROM pointers AS p
LEFT JOIN cables AS t ON p.target_id = t.cable_id
WHERE p.target_id IS NOT NULL AND p.target_id <> p.cable_id
GROUP BY p.cable_id, p.target_id, t.cable_id
