-- All cables that can be reached from one by references, in both directions, with the depth at
-- which each is first met; cables that are not in the warehouse have is_held = false. Without
-- max_depth it goes as far as references lead, which may be most of a large warehouse and take
-- seconds. An id may be written in any way (`06 Astana 000668`); one that nothing is known of is a
-- thread of one row.
-- Columns: cable_id; depth, 0 for the cable itself; is_held; sent_at, post, classification and
-- subject of those that are held.
-- Usage: SELECT * FROM thread('06ASTANA668')
CREATE OR REPLACE MACRO thread(start_id, max_depth := NULL) AS TABLE
WITH RECURSIVE neighbours AS MATERIALIZED (
    SELECT source_id AS from_id, target_id AS to_id FROM ref_edges
    UNION ALL
    SELECT target_id AS from_id, source_id AS to_id FROM ref_edges
),

walk (cable_id, depth) USING KEY (cable_id) AS (
    SELECT cable_id_of(start_id), 0
    WHERE start_id IS NOT NULL
    UNION
    SELECT n.to_id, min(w.depth) + 1
    FROM walk AS w
    INNER JOIN neighbours AS n ON w.cable_id = n.from_id
    WHERE
        coalesce(w.depth < max_depth, TRUE)
        AND NOT EXISTS (SELECT 1 FROM recurring.walk AS seen WHERE seen.cable_id = n.to_id)
    GROUP BY n.to_id
)

SELECT
    w.cable_id, w.depth, c.cable_id IS NOT NULL AS is_held, c.sent_at, c.post, c.classification,
    c.subject
FROM walk AS w
LEFT JOIN cables AS c ON w.cable_id = c.cable_id
ORDER BY w.depth, c.sent_at, w.cable_id
