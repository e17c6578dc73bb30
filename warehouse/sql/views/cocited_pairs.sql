-- Cables that are cited by the same cables, held or not: what belongs together in the eyes of those
-- who wrote.
-- Grain: one row per pair of cited cables, the smaller id first.
--   cable_a: the first cable
--   cable_b: the second cable
--   citing_count: cables that cite both
-- Usage: SELECT * FROM cocited_pairs WHERE citing_count > 1 ORDER BY citing_count DESC
CREATE OR REPLACE VIEW cocited_pairs AS
SELECT a.target_id AS cable_a, b.target_id AS cable_b, count(*) AS citing_count
FROM ref_edges AS a
INNER JOIN ref_edges AS b ON a.source_id = b.source_id AND a.target_id < b.target_id
GROUP BY a.target_id, b.target_id
