-- Sets of addressees that cables went to: the same set again and again is a distribution list.
-- Grain: one row per post and set of addressees.
--   addressees: plain-language addresses, action and information, sorted
--   addressee_count: how many they are
--   cable_count: cables to exactly these
--   first_sent_at: when the first of them was sent, UTC
--   last_sent_at: when the last of them was sent, UTC
-- Usage: SELECT * FROM distribution_lists WHERE cable_count > 1 ORDER BY cable_count DESC
CREATE OR REPLACE VIEW distribution_lists AS
WITH sets AS (
    SELECT cable_id, list_sort(list_distinct(list(plad))) AS addressees
    FROM recipients
    GROUP BY cable_id
)

SELECT
    c.post, s.addressees, len(s.addressees) AS addressee_count, count(*) AS cable_count,
    min(c.sent_at) AS first_sent_at, max(c.sent_at) AS last_sent_at
FROM sets AS s
INNER JOIN cables AS c ON s.cable_id = c.cable_id
GROUP BY c.post, s.addressees
