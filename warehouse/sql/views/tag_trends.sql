-- How often each of the TAGS was used in each month.
-- Grain: one row per month and tag.
--   month: first day of the month, UTC; NULL for cables without a date
--   kind: kind of tag (`subject`, `geographic`, ...)
--   name: what the tag stands for; NULL when unknown
--   cable_count: cables with the tag
-- Usage: SELECT month, cable_count FROM tag_trends WHERE tag = 'PREL' ORDER BY month
CREATE OR REPLACE VIEW tag_trends AS
SELECT
    date_trunc('month', c.sent_at)::DATE AS month, t.tag, t.kind, k.name, count(*) AS cable_count
FROM tags AS t
INNER JOIN cables AS c ON t.cable_id = c.cable_id
LEFT JOIN tag_codes AS k ON t.tag = k.tag
GROUP BY ALL
