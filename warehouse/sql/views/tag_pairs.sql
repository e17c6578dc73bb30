-- TAGS that stand on the same cables.
-- Grain: one row per pair of tags, the smaller first.
--   tag_a: the first tag
--   tag_b: the second tag
--   cable_count: cables with both
-- Usage: SELECT * FROM tag_pairs WHERE tag_a = 'KDEM' ORDER BY cable_count DESC
CREATE OR REPLACE VIEW tag_pairs AS
SELECT a.tag AS tag_a, b.tag AS tag_b, count(*) AS cable_count
FROM tags AS a
INNER JOIN tags AS b ON a.cable_id = b.cable_id AND a.tag < b.tag
GROUP BY a.tag, b.tag
