-- Which records could not be read, why, and where are they?
SELECT parse_filename(source_uri) AS file, source_record, source_line, reason
FROM sightings
WHERE outcome = 'quarantined'
ORDER BY file, source_record
