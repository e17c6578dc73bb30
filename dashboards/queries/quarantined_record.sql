-- One quarantined record.
-- Grain: one row, or none.
-- Usage: $record is its sighting id.
SELECT
    sighting_id, run_id, batch_id, source_uri, source_member, source_record, source_line,
    source_offset, source_length, source_sha256, source_format, reason, detail, parser_version
FROM sightings
WHERE sighting_id = $record AND outcome = 'quarantined'
