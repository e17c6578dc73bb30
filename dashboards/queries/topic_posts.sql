-- Which posts use one of the TAGS most, and in what share of their cables.
-- Grain: one row per post, 15 at most.
-- Usage: $tag is the tag.
WITH used AS (
    SELECT c.post, count(*) AS cable_count
    FROM tags AS t
    INNER JOIN cables AS c ON t.cable_id = c.cable_id
    WHERE t.tag = $tag
    GROUP BY c.post
),

sent AS (
    SELECT post, sum(cable_count)::BIGINT AS sent_count FROM monthly_volume GROUP BY post
)

SELECT u.post, p.name, u.cable_count, u.cable_count / s.sent_count AS share
FROM used AS u
INNER JOIN sent AS s ON u.post = s.post
LEFT JOIN posts AS p ON u.post = p.post
ORDER BY u.cable_count DESC, u.post ASC
LIMIT 15
