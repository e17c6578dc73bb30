-- Cables that the ledger says were loaded, but that are not in the table.
WITH newest AS (
    SELECT cable_id, content_sha256
    FROM sightings
    QUALIFY
        row_number() OVER (
            PARTITION BY source_sha256, source_uri, source_member, source_record
            ORDER BY
                list_transform(string_split(parser_version, '.'), LAMBDA part: part::INTEGER) DESC,
                run_id DESC
        ) = 1
)

SELECT DISTINCT n.cable_id
FROM newest AS n
ANTI JOIN cables AS c ON n.cable_id = c.cable_id
WHERE n.cable_id IS NOT NULL AND n.content_sha256 IS NOT NULL
