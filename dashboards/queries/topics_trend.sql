-- TAGS over time: one of them, or the six most frequent of a kind; by quarter, over many years by
-- year.
-- Grain: one row per period and tag.
-- Usage: $tag is a tag, or NULL; $kind is a kind of tag, or NULL for all.
WITH shown AS (
    SELECT tag
    FROM tag_trends
    WHERE (tag = $tag) OR ($tag IS NULL AND ($kind IS NULL OR kind = $kind))
    GROUP BY tag
    ORDER BY sum(cable_count) DESC, tag ASC
    LIMIT 6
),

span AS (
    SELECT date_diff('month', min(month), max(month)) AS month_count FROM monthly_volume
)

SELECT
    CASE
        WHEN s.month_count <= 144 THEN date_trunc('quarter', t.month)
        ELSE date_trunc('year', t.month)
    END::DATE AS period,
    CASE WHEN s.month_count <= 144 THEN 'quarter' ELSE 'year' END AS period_name,
    t.tag, any_value(t.name) AS name, sum(t.cable_count)::BIGINT AS cable_count
FROM tag_trends AS t
SEMI JOIN shown ON t.tag = shown.tag
CROSS JOIN span AS s
WHERE t.month IS NOT NULL
GROUP BY ALL
ORDER BY period, t.tag
