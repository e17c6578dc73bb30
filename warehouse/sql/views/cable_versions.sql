-- Every text of every cable that was read, and which of them is the current one.
-- Grain: one row per record that was parsed into a cable.
--   is_current: whether this text is the one in the tables
-- Usage: SELECT * FROM cable_versions WHERE cable_id = '06ASTANA668'
CREATE OR REPLACE VIEW cable_versions AS
SELECT
    s.cable_id, c.sighting_id IS NOT NULL AS is_current, s.outcome, s.reason, s.source_format,
    s.source_uri, s.source_member, s.source_record, s.is_partial, s.redaction_count,
    s.is_corrected_copy, s.section_count, s.text_length, s.released_at, s.content_sha256,
    s.parser_version, s.batch_id, s.run_id, s.sighting_id
FROM sightings AS s
LEFT JOIN cables AS c ON s.sighting_id = c.sighting_id
WHERE s.cable_id IS NOT NULL
