-- How many records the current reading found in each member of some inputs.
-- Usage: $1 is the list of SHA-256 of the inputs.
SELECT input_sha256, source_member, max(source_record) AS record_count
FROM current_readings
WHERE list_contains($1::VARCHAR [], input_sha256)
GROUP BY input_sha256, source_member
ORDER BY input_sha256, source_member
