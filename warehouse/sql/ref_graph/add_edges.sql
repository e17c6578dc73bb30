-- Adds what changed cables cite, in their REF block or in their text; with $1 what all cables cite.
-- Sorted by the cited cable, for that is what most questions name.
INSERT INTO ref_graph.edges
WITH citing AS MATERIALIZED (
    SELECT cable_id, post, sent_at
    FROM cables
    WHERE $1 OR cable_id IN (SELECT cable_id FROM changed_cables)
),

pointers AS (
    SELECT r.cable_id, r.target_id, r.label, r.is_notal, r.ordinal, TRUE AS is_ref
    FROM refs AS r
    SEMI JOIN citing AS s ON r.cable_id = s.cable_id
    UNION ALL
    SELECT
        m.cable_id, m.target_id, m.label, FALSE AS is_notal, 100000 + m.ordinal AS ordinal,
        FALSE AS is_ref
    FROM mentions AS m
    SEMI JOIN citing AS s ON m.cable_id = s.cable_id
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
INNER JOIN citing AS s ON p.source_id = s.cable_id
LEFT JOIN cables AS t ON p.target_id = t.cable_id
ORDER BY p.target_id, s.sent_at, p.source_id
