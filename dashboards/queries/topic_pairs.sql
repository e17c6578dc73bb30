-- TAGS that stand on the same cables as one of them. Not from tag_pairs, which would count all
-- pairs first.
-- Grain: one row per other tag, 20 at most.
-- Usage: $tag is the tag.
WITH beside AS (
    SELECT other.tag, count(*) AS cable_count
    FROM tags AS own
    INNER JOIN tags AS other ON own.cable_id = other.cable_id
    WHERE own.tag = $tag AND other.tag <> $tag
    GROUP BY other.tag
)

SELECT b.tag, k.name, b.cable_count
FROM beside AS b
LEFT JOIN tag_codes AS k ON b.tag = k.tag
ORDER BY b.cable_count DESC, b.tag ASC
LIMIT 20
