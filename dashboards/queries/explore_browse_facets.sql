-- How the cables that pass some filters are spread over years, levels, posts and tags.
-- Grain: one row per facet and value, the most frequent 60 of each; facet 'all' counts them all.
-- Usage: $post, $tag, $classification, $since and $until are filters or NULL.
WITH found AS MATERIALIZED (
    SELECT cable_id, sent_at, classification, post
    FROM cables
    WHERE
        ($post IS NULL OR post = upper($post))
        AND ($classification IS NULL OR classification = upper($classification))
        AND ($since IS NULL OR sent_at >= $since::DATE)
        AND ($until IS NULL OR sent_at < $until::DATE + INTERVAL 1 DAY)
        AND (
            $tag IS NULL
            OR cable_id IN (SELECT t.cable_id FROM tags AS t WHERE t.tag = upper($tag))
        )
),

facets AS (
    SELECT 'all' AS facet, NULL AS value, count(*) AS cable_count FROM found
    UNION ALL
    SELECT 'year' AS facet, year(sent_at)::VARCHAR AS value, count(*) AS cable_count
    FROM found
    GROUP BY ALL
    UNION ALL
    SELECT 'classification' AS facet, classification AS value, count(*) AS cable_count
    FROM found
    GROUP BY ALL
    UNION ALL
    SELECT 'post' AS facet, post AS value, count(*) AS cable_count FROM found GROUP BY ALL
    UNION ALL
    SELECT 'tag' AS facet, t.tag AS value, count(DISTINCT t.cable_id) AS cable_count
    FROM found AS f
    INNER JOIN tags AS t ON f.cable_id = t.cable_id
    GROUP BY ALL
)

SELECT f.facet, f.value, coalesce(p.name, k.name) AS name, f.cable_count
FROM facets AS f
LEFT JOIN posts AS p ON f.facet = 'post' AND f.value = p.post
LEFT JOIN tag_codes AS k ON f.facet = 'tag' AND f.value = k.tag
WHERE f.facet = 'all' OR f.value IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY f.facet ORDER BY f.cable_count DESC, f.value ASC) <= 60
ORDER BY f.facet ASC, f.cable_count DESC, f.value ASC
