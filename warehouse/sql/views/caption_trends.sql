-- How handling captions were used over time.
-- Grain: one row per month and caption.
--   month: first day of the month, UTC; cables without a date are left out
--   caption: the caption (`NODIS`)
--   cable_count: cables that carry it
-- Usage: SELECT month, cable_count FROM caption_trends WHERE caption = 'NODIS' ORDER BY month
CREATE OR REPLACE VIEW caption_trends AS
WITH carried AS (
    SELECT date_trunc('month', sent_at)::DATE AS month, unnest(captions) AS caption
    FROM cables
    WHERE sent_at IS NOT NULL
)

SELECT month, caption, count(*) AS cable_count
FROM carried
GROUP BY month, caption
