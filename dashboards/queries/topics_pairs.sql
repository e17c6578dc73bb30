-- TAGS that stand on the same cables most often.
-- Grain: one row per pair, 20 at most.
SELECT p.tag_a, p.tag_b, a.name AS name_a, b.name AS name_b, p.cable_count
FROM tag_pairs AS p
LEFT JOIN tag_codes AS a ON p.tag_a = a.tag
LEFT JOIN tag_codes AS b ON p.tag_b = b.tag
ORDER BY p.cable_count DESC, p.tag_a ASC, p.tag_b ASC
LIMIT 20
