-- How the levels of classification were used over time.
-- Grain: one row per month and level.
--   month: first day of the month, UTC; cables without a date are left out
--   cable_count: cables of that level
--   share: their share of all cables of the month, 0 to 1
-- Usage: SELECT month, share FROM classification_trends WHERE classification = 'SECRET'
CREATE OR REPLACE VIEW classification_trends AS
SELECT
    date_trunc('month', sent_at)::DATE AS month, classification, count(*) AS cable_count,
    count(*) / sum(count(*)) OVER (PARTITION BY date_trunc('month', sent_at)) AS share
FROM cables
WHERE sent_at IS NOT NULL
GROUP BY date_trunc('month', sent_at), classification
