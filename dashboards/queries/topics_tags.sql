-- TAGS with their meaning and how many cables carry them, the most frequent first.
-- Grain: one row per tag, 40 at most; tag_count counts all of them.
-- Usage: $kind is a kind of tag, or NULL for all.
SELECT
    tag, kind, any_value(name) AS name, sum(cable_count)::BIGINT AS cable_count,
    count(*) OVER () AS tag_count
FROM tag_trends
WHERE $kind IS NULL OR kind = $kind
GROUP BY tag, kind
ORDER BY cable_count DESC, tag ASC
LIMIT 40
