-- Cables that others cite, but that are not in the warehouse. How many there must have been of each
-- post and year, cited or not, and what share is held: serial_coverage.
-- Grain: one row per cited cable.
--   cable_id: the cable that is missing
--   cited_count: how many cables here cite it
--   last_cited_at: when the last of them was sent, UTC
--   cited_by: their ids, the earliest first
--   first_cited_at: when the first of them was sent, UTC
-- Usage: SELECT * FROM missing_cables ORDER BY cited_count DESC, cable_id LIMIT 20
CREATE OR REPLACE VIEW missing_cables AS
WITH cited AS (
    SELECT
        target_id AS cable_id, count(*) AS cited_count,
        -- Sorting lists of pairs is far cheaper than an ordered aggregate over half a million.
        list_sort(list({'at': source_sent_at, 'id': source_id}), 'ASC', 'NULLS LAST') AS citing,
        min(source_sent_at) AS first_cited_at, max(source_sent_at) AS last_cited_at
    FROM ref_edges
    WHERE NOT is_held
    GROUP BY target_id
)

SELECT
    c.cable_id, c.cited_count, list_transform(c.citing, LAMBDA pair: pair.id) AS cited_by,
    c.first_cited_at, c.last_cited_at
FROM cited AS c
