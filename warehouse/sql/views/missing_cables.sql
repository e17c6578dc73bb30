-- Cables that others cite, but that are not in the warehouse.
-- Grain: one row per cited cable.
--   cable_id: the cable that is missing
--   cited_count: how many cables here cite it
--   last_cited_at: when the last of them was sent, UTC
--   cited_by: their ids, the earliest first
--   first_cited_at: when the first of them was sent, UTC
-- Usage: SELECT * FROM missing_cables ORDER BY cited_count DESC LIMIT 20
CREATE OR REPLACE VIEW missing_cables AS
SELECT
    e.target_id AS cable_id, count(*) AS cited_count,
    list(e.source_id ORDER BY c.sent_at, e.source_id) AS cited_by,
    min(c.sent_at) AS first_cited_at, max(c.sent_at) AS last_cited_at
FROM ref_edges AS e
INNER JOIN cables AS c ON e.source_id = c.cable_id
WHERE NOT e.is_held
GROUP BY e.target_id
