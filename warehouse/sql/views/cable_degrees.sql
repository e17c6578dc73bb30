-- How often each cable cites and is cited.
-- Grain: one row per cable in the warehouse.
--   cites_count: cables that it cites (out-degree)
--   cites_held_count: of these, cables that are in the warehouse
--   cited_count: cables in the warehouse that cite it (in-degree)
--   first_cited_at: when the first of them was sent, UTC
--   last_cited_at: when the last of them was sent, UTC
-- Usage: SELECT * FROM cable_degrees ORDER BY cited_count DESC, cable_id LIMIT 20
CREATE OR REPLACE VIEW cable_degrees AS
WITH cites AS (
    SELECT
        source_id AS cable_id, count(*) AS cites_count,
        count(*) FILTER (WHERE is_held) AS cites_held_count
    FROM ref_edges
    GROUP BY source_id
),

cited AS (
    SELECT
        target_id AS cable_id, count(*) AS cited_count, min(source_sent_at) AS first_cited_at,
        max(source_sent_at) AS last_cited_at
    FROM ref_edges
    GROUP BY target_id
)

SELECT
    c.cable_id, c.sent_at, c.post, c.classification, c.subject,
    coalesce(cites.cites_count, 0) AS cites_count,
    coalesce(cites.cites_held_count, 0) AS cites_held_count,
    coalesce(cited.cited_count, 0) AS cited_count, cited.first_cited_at, cited.last_cited_at
FROM cables AS c
LEFT JOIN cites ON c.cable_id = cites.cable_id
LEFT JOIN cited ON c.cable_id = cited.cable_id
