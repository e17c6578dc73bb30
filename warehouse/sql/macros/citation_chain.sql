-- What a cable builds upon: the cables that it cites, those that they cite, and so on back in time,
-- each with the shortest way to it. It goes max_depth references far (25), NULL for as far as they
-- lead. An id may be written in any way (`06 Astana 000668`).
-- Columns: cable_id; depth, 0 for the cable itself; path, the ids on the way there, from the first;
-- is_held; sent_at, post, classification and subject of those that are held.
-- Usage: SELECT * FROM citation_chain('06ASTANA668', max_depth := 3)
CREATE OR REPLACE MACRO citation_chain(start_id, max_depth := 25) AS TABLE
WITH RECURSIVE edges AS MATERIALIZED (
    SELECT source_id, target_id FROM ref_edges
),

walk (cable_id, depth, path) USING KEY (cable_id) AS (
    SELECT cable_id_of(start_id), 0, [cable_id_of(start_id)]
    WHERE start_id IS NOT NULL
    UNION
    SELECT e.target_id, min(w.depth) + 1, min(list_append(w.path, e.target_id))
    FROM walk AS w
    INNER JOIN edges AS e ON w.cable_id = e.source_id
    WHERE
        coalesce(w.depth < max_depth, TRUE)
        AND NOT EXISTS (SELECT 1 FROM recurring.walk AS seen WHERE seen.cable_id = e.target_id)
    GROUP BY e.target_id
)

SELECT
    w.cable_id, w.depth, w.path, c.cable_id IS NOT NULL AS is_held, c.sent_at, c.post,
    c.classification, c.subject
FROM walk AS w
LEFT JOIN cables AS c ON w.cable_id = c.cable_id
ORDER BY w.depth, c.sent_at, w.cable_id
