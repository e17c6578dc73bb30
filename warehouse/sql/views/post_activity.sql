-- What each post sent, cited, and was cited for.
-- Grain: one row per post that sent a cable.
--   name: the post in words
--   cable_count: cables sent
--   word_count: words in the texts of these cables
--   first_sent_at: when its first cable here was sent, UTC
--   last_sent_at: when its last cable here was sent, UTC
--   cites_count: references from its cables
--   cited_count: references to its cables that are here
-- Usage: SELECT * FROM post_activity ORDER BY cable_count DESC
CREATE OR REPLACE VIEW post_activity AS
WITH sent AS (
    SELECT
        post, count(*) AS cable_count, min(sent_at) AS first_sent_at, max(sent_at) AS last_sent_at,
        sum(word_count)::BIGINT AS word_count
    FROM cables
    GROUP BY post
),

cites AS (
    SELECT source_post AS post, count(*) AS cites_count
    FROM ref_edges
    GROUP BY source_post
),

cited AS (
    SELECT target_post AS post, count(*) AS cited_count
    FROM ref_edges
    WHERE is_held
    GROUP BY target_post
)

SELECT
    sent.post, posts.name, posts.country, posts.latitude, posts.longitude, sent.cable_count,
    sent.first_sent_at, sent.last_sent_at, sent.word_count,
    coalesce(cites.cites_count, 0) AS cites_count, coalesce(cited.cited_count, 0) AS cited_count
FROM sent
LEFT JOIN posts ON sent.post = posts.post
LEFT JOIN cites ON sent.post = cites.post
LEFT JOIN cited ON sent.post = cited.post
