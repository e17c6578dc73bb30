-- Cables by time and level of classification; months when they are few, else quarters or years.
-- Grain: one row per period and level.
WITH span AS (
    SELECT date_diff('month', min(month), max(month)) AS month_count FROM monthly_volume
)

SELECT
    CASE
        WHEN s.month_count <= 36 THEN date_trunc('month', v.month)
        WHEN s.month_count <= 144 THEN date_trunc('quarter', v.month)
        ELSE date_trunc('year', v.month)
    END::DATE AS period,
    CASE
        WHEN s.month_count <= 36 THEN 'month'
        WHEN s.month_count <= 144 THEN 'quarter'
        ELSE 'year'
    END AS period_name,
    coalesce(v.classification, 'no level') AS classification,
    sum(v.cable_count)::BIGINT AS cable_count
FROM monthly_volume AS v
CROSS JOIN span AS s
WHERE v.month IS NOT NULL
GROUP BY ALL
ORDER BY period, classification
