-- TAGS that stand on the same cables most often: with one tag, or all pairs.
-- Grain: one row per pair, 20 at most; tag_a is the tag that was asked for.
-- Usage: $tag is a tag, or NULL.
SELECT
    CASE WHEN p.tag_b = $tag THEN p.tag_b ELSE p.tag_a END AS tag_a,
    CASE WHEN p.tag_b = $tag THEN p.tag_a ELSE p.tag_b END AS tag_b,
    a.name AS name_a, b.name AS name_b, p.cable_count
FROM tag_pairs AS p
LEFT JOIN tag_codes AS a ON (CASE WHEN p.tag_b = $tag THEN p.tag_b ELSE p.tag_a END) = a.tag
LEFT JOIN tag_codes AS b ON (CASE WHEN p.tag_b = $tag THEN p.tag_a ELSE p.tag_b END) = b.tag
WHERE $tag IS NULL OR p.tag_a = $tag OR p.tag_b = $tag
ORDER BY p.cable_count DESC, tag_a ASC, tag_b ASC
LIMIT 20
