-- TAGS with their meaning and how many cables carry them, the most frequent first.
-- Grain: one row per tag and kind, 40 at most; tag_count counts all of them.
-- Usage: $kind is a kind of tag, or NULL for all.
WITH counted AS (
    SELECT tag, kind, count(*) AS cable_count
    FROM tags
    WHERE $kind IS NULL OR kind = $kind
    GROUP BY tag, kind
)

SELECT n.tag, n.kind, k.name, n.cable_count, count(*) OVER () AS tag_count
FROM counted AS n
LEFT JOIN tag_codes AS k ON n.tag = k.tag
ORDER BY n.cable_count DESC, n.tag ASC
LIMIT 40
