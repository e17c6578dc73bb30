-- Where exactly does a cable come from: file, record, line, bytes, and the run that read it?
SELECT
    c.cable_id, parse_filename(c.source_uri) AS file, c.source_member, c.source_record,
    c.source_line, c.source_offset, c.source_length, left(c.source_sha256, 12) AS sha256_start,
    r.outcome AS run_outcome
FROM cables AS c
INNER JOIN runs AS r ON c.run_id = r.run_id
WHERE c.cable_id = '08OSLO418'
