-- The reference graph: which cable cites which, in its REF block or in its text, and whether the
-- cited one is in the warehouse.
-- Grain: one row per pair of citing and cited cable.
--   source_id: the cable that cites
--   source_post: the post that sent it
--   source_sent_at: when it was sent, UTC
--   target_id: the cable that is cited
--   target_post: the post that sent the cited cable, also when that cable is not held
--   target_year: year of the cited cable's number, also when that cable is not held
--   target_serial: serial of the cited cable within its post and year
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
        cable_id, target_id, label, FALSE AS is_notal, 100000 + ordinal AS ordinal,
        FALSE AS is_ref
    FROM mentions
),

pairs AS (
    SELECT
        cable_id AS source_id, target_id, min_by(label, ordinal) AS label,
        bool_or(is_notal) AS is_notal, bool_or(is_ref) AS in_ref_block,
        count(*) FILTER (WHERE NOT is_ref) AS mention_count
    FROM pointers
    WHERE target_id IS NOT NULL AND target_id <> cable_id
    GROUP BY cable_id, target_id
)

SELECT
    p.source_id, s.post AS source_post, s.sent_at AS source_sent_at, p.target_id,
    regexp_extract(p.target_id, '^\d\d(.+?)(?:-[A-Z]{1,2})?\d+$', 1) AS target_post,
    CASE
        WHEN left(p.target_id, 2)::INTEGER >= 66 THEN 1900
        ELSE 2000
    END + left(p.target_id, 2)::INTEGER AS target_year,
    regexp_extract(p.target_id, '(\d+)$', 1)::INTEGER AS target_serial,
    t.cable_id IS NOT NULL AS is_held, p.label, p.is_notal, p.in_ref_block, p.mention_count
FROM pairs AS p
INNER JOIN cables AS s ON p.source_id = s.cable_id
LEFT JOIN cables AS t ON p.target_id = t.cable_id
