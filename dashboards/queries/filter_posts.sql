-- Posts that sent a cable, for choosing one.
-- Grain: one row per post.
SELECT DISTINCT v.post, p.name
FROM monthly_volume AS v
LEFT JOIN posts AS p ON v.post = p.post
ORDER BY v.post
