-- TAGS that a cable carries, for choosing one; the most frequent first.
-- Grain: one row per tag.
SELECT t.tag, k.name, count(*) AS cable_count
FROM tags AS t
LEFT JOIN tag_codes AS k ON t.tag = k.tag
GROUP BY ALL
ORDER BY cable_count DESC, t.tag ASC
