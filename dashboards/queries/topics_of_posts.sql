-- What the busiest posts write about: their most frequent TAGS of a kind.
-- Grain: one row per post and tag, four tags for each of fifteen posts.
-- Usage: $kind is a kind of tag, or NULL for all.
WITH busiest AS (
    SELECT post, sum(cable_count)::BIGINT AS sent_count
    FROM monthly_volume
    GROUP BY post
    ORDER BY sent_count DESC, post ASC
    LIMIT 15
),

used AS (
    SELECT b.post, b.sent_count, t.tag, count(*) AS cable_count
    FROM busiest AS b
    INNER JOIN cables AS c ON b.post = c.post
    INNER JOIN tags AS t ON c.cable_id = t.cable_id
    WHERE $kind IS NULL OR t.kind = $kind
    GROUP BY b.post, b.sent_count, t.tag
    QUALIFY row_number() OVER (PARTITION BY b.post ORDER BY cable_count DESC, t.tag ASC) <= 4
)

SELECT
    u.post, p.name, u.sent_count, u.tag, k.name AS tag_name, u.cable_count,
    u.cable_count / u.sent_count AS share
FROM used AS u
LEFT JOIN posts AS p ON u.post = p.post
LEFT JOIN tag_codes AS k ON u.tag = k.tag
ORDER BY u.sent_count DESC, u.post ASC, u.cable_count DESC, u.tag ASC
