-- Posts with what they sent and where they are, the busiest first.
-- Grain: one row per post.
SELECT
    v.post, p.name, p.country, p.latitude, p.longitude, sum(v.cable_count)::BIGINT AS cable_count
FROM monthly_volume AS v
LEFT JOIN posts AS p ON v.post = p.post
GROUP BY ALL
ORDER BY cable_count DESC, v.post ASC
