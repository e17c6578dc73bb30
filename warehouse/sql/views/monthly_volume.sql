-- How many cables each post sent in each month, by classification.
-- Grain: one row per month, post and classification.
--   month: first day of the month, UTC; NULL for cables without a date
--   cable_count: cables sent
--   word_count: words in the texts of these cables
-- Usage: SELECT month, sum(cable_count) FROM monthly_volume GROUP BY month ORDER BY month
CREATE OR REPLACE VIEW monthly_volume AS
SELECT
    date_trunc('month', sent_at)::DATE AS month, post, classification,
    count(*) AS cable_count, sum(word_count)::BIGINT AS word_count
FROM cables
GROUP BY ALL
