-- Where the publisher blacked out text, by the post that sent the cable.
-- Grain: one row per post.
--   cable_count: cables of the post
--   redacted_cable_count: cables with at least one redaction
--   redaction_count: redactions in all of them
--   redacted_share: share of cables with a redaction, 0 to 1
-- Usage: SELECT * FROM redactions_by_post ORDER BY redaction_count DESC
CREATE OR REPLACE VIEW redactions_by_post AS
SELECT
    post, count(*) AS cable_count, count(*) FILTER (WHERE redaction_count > 0)
        AS redacted_cable_count, sum(redaction_count)::BIGINT AS redaction_count,
    count(*) FILTER (WHERE redaction_count > 0) / count(*) AS redacted_share
FROM cables
GROUP BY post
