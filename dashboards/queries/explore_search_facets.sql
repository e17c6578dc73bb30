-- How the cables that a search finds are spread over years, levels, posts and tags.
-- Grain: one row per facet and value, the most frequent 60 of each; facet 'all' counts the cables,
-- 'passages' the passages.
-- Usage: $words; $post, $tag, $classification, $since and $until are filters or NULL; $most is how
-- many passages are looked at, the best ones.
WITH hits AS MATERIALIZED (
    SELECT cable_id
    FROM
        search(
            $words, post := $post, tag := $tag, classification := $classification,
            since := $since, until := $until, limit_to := $most, passage_words := 0
        )
),

found AS MATERIALIZED (
    SELECT cable_id, sent_at, classification, post
    FROM cables
    WHERE cable_id IN (SELECT h.cable_id FROM hits AS h)
),

facets AS (
    SELECT 'all' AS facet, NULL AS value, count(*) AS cable_count FROM found
    UNION ALL
    SELECT 'passages' AS facet, NULL AS value, count(*) AS cable_count FROM hits
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
WHERE f.facet IN ('all', 'passages') OR f.value IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY f.facet ORDER BY f.cable_count DESC, f.value ASC) <= 60
ORDER BY f.facet ASC, f.cable_count DESC, f.value ASC
