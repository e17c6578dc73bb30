-- Where the publisher blacked out text, by what the cable is about.
-- Grain: one row per tag.
--   kind: kind of tag (`subject`, `geographic`, ...)
--   name: what the tag stands for; NULL when unknown
--   cable_count: cables with the tag
--   redacted_cable_count: cables with at least one redaction
--   redaction_count: redactions in all of them
--   redacted_share: share of cables with a redaction, 0 to 1
-- Usage: SELECT * FROM redactions_by_tag WHERE kind = 'subject' ORDER BY redacted_share DESC
CREATE OR REPLACE VIEW redactions_by_tag AS
SELECT
    t.tag, t.kind, k.name, count(*) AS cable_count,
    count(*) FILTER (WHERE c.redaction_count > 0) AS redacted_cable_count,
    sum(c.redaction_count)::BIGINT AS redaction_count,
    count(*) FILTER (WHERE c.redaction_count > 0) / count(*) AS redacted_share
FROM tags AS t
INNER JOIN cables AS c ON t.cable_id = c.cable_id
LEFT JOIN tag_codes AS k ON t.tag = k.tag
GROUP BY t.tag, t.kind, k.name
