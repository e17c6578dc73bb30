-- Which records could not be read, why, and where are they?
SELECT parse_filename(source_uri) AS file, source_member, source_record, source_line, reason
FROM open_quarantine
ORDER BY file, source_member, source_record
