-- Cables with the most references to and from cables that are held, to begin with.
-- Grain: one row per cable, ten at most.
WITH held AS MATERIALIZED (
    SELECT source_id, target_id FROM ref_edges WHERE is_held
),

ends AS (
    SELECT source_id AS cable_id, 1 AS cites, 0 AS cited FROM held
    UNION ALL
    SELECT target_id AS cable_id, 0 AS cites, 1 AS cited FROM held
),

most AS (
    SELECT
        cable_id, sum(cites)::BIGINT AS cites_held_count, sum(cited)::BIGINT AS cited_count
    FROM ends
    GROUP BY cable_id
    ORDER BY count(*) DESC, cable_id ASC
    LIMIT 10
)

SELECT c.cable_id, c.sent_at, c.classification, c.subject, m.cites_held_count, m.cited_count
FROM most AS m
INNER JOIN cables AS c ON m.cable_id = c.cable_id
ORDER BY m.cites_held_count + m.cited_count DESC, c.cable_id ASC
