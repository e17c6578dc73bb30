-- What the warehouse holds, in a few numbers.
-- Grain: one row.
SELECT
    count(*) AS cable_count, count(DISTINCT post) AS post_count, min(sent_at) AS first_sent_at,
    max(sent_at) AS last_sent_at, sum(word_count)::BIGINT AS word_count,
    sum(paragraph_count)::BIGINT AS paragraph_count
FROM cables
