-- How long after a cable was sent each cable that cites it was sent; both are in the warehouse.
-- Grain: one row per pair of citing and cited cable.
--   source_id: the cable that cites
--   target_id: the cable that is cited
--   source_post: the post that sent the citing cable
--   target_post: the post that sent the cited cable
--   target_sent_at: when the cited cable was sent, UTC
--   source_sent_at: when the citing cable was sent, UTC
--   delay_hours: hours between the two; negative when a number or a date is wrong
-- Usage: SELECT target_post, median(delay_hours) FROM citation_delays GROUP BY target_post
CREATE OR REPLACE VIEW citation_delays AS
SELECT
    e.source_id, e.target_id, e.source_post, e.target_post, t.sent_at AS target_sent_at,
    e.source_sent_at, date_diff('minute', t.sent_at, e.source_sent_at) / 60.0 AS delay_hours
FROM ref_edges AS e
INNER JOIN cables AS t ON e.target_id = t.cable_id
WHERE t.sent_at IS NOT NULL AND e.source_sent_at IS NOT NULL
