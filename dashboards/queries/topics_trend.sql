-- TAGS over time: one of them, or the six most frequent of a kind; by quarter, over many years by
-- year.
-- Grain: one row per period and tag.
-- Usage: $tag is a tag, or NULL; $kind is a kind of tag, or NULL for all.
WITH shown AS MATERIALIZED (
    SELECT tag
    FROM tags
    WHERE (tag = $tag) OR ($tag IS NULL AND ($kind IS NULL OR kind = $kind))
    GROUP BY tag
    ORDER BY count(*) DESC, tag ASC
    LIMIT 6
),

span AS MATERIALIZED (
    SELECT date_diff('month', min(sent_at), max(sent_at)) > 144 AS is_long FROM cables
),

counted AS (
    SELECT
        CASE
            WHEN (SELECT is_long FROM span) THEN date_trunc('year', c.sent_at)
            ELSE date_trunc('quarter', c.sent_at)
        END::DATE AS period,
        t.tag, count(*) AS cable_count
    FROM tags AS t
    INNER JOIN cables AS c ON t.cable_id = c.cable_id
    WHERE t.tag IN (SELECT s.tag FROM shown AS s) AND c.sent_at IS NOT NULL
    GROUP BY ALL
)

SELECT
    n.period, CASE WHEN (SELECT is_long FROM span) THEN 'year' ELSE 'quarter' END AS period_name,
    n.tag, k.name, n.cable_count
FROM counted AS n
LEFT JOIN tag_codes AS k ON n.tag = k.tag
ORDER BY n.period, n.tag
