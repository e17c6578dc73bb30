-- All texts of the affected cables, best first: complete before partial, fewer redactions,
-- corrected copy, more sections, longer text, later release, smaller hash. Of several readings of
-- one record only that of the newest parser version counts. Equal texts are told apart by where
-- they stand, so that the result does not depend on the order of arrival.
CREATE OR REPLACE TEMP TABLE ranked_readings AS
WITH readings AS (
    SELECT s.*
    FROM sightings AS s
    SEMI JOIN affected_cables AS a ON s.cable_id = a.cable_id
    WHERE s.content_sha256 IS NOT NULL
),

newest AS (
    SELECT s.*
    FROM sightings AS s
    SEMI JOIN readings AS r
        ON
            s.source_sha256 = r.source_sha256
            AND s.source_uri = r.source_uri
            AND s.source_member IS NOT DISTINCT FROM r.source_member
            AND s.source_record = r.source_record
    QUALIFY
        row_number() OVER (
            PARTITION BY s.source_sha256, s.source_uri, s.source_member, s.source_record
            ORDER BY
                list_transform(
                    string_split(s.parser_version, '.'), LAMBDA part: part::INTEGER
                ) DESC,
                s.run_id DESC
        ) = 1
)

SELECT
    n.*,
    row_number() OVER (
        PARTITION BY n.cable_id
        ORDER BY
            n.is_partial ASC, n.redaction_count ASC, n.is_corrected_copy DESC, n.section_count DESC,
            n.text_length DESC, n.released_at DESC NULLS LAST, n.content_sha256 ASC,
            n.source_sha256 ASC,
            n.source_uri ASC,
            n.source_member ASC NULLS FIRST,
            n.source_record ASC
    ) AS place,
    row_number() OVER (
        PARTITION BY n.cable_id, n.content_sha256
        ORDER BY
            n.run_id ASC, n.is_partial ASC, n.released_at DESC NULLS LAST,
            n.source_sha256 ASC,
            n.source_uri ASC,
            n.source_member ASC NULLS FIRST,
            n.source_record ASC
    ) AS copy_number
FROM newest AS n
SEMI JOIN affected_cables AS a ON n.cable_id = a.cable_id
WHERE n.content_sha256 IS NOT NULL
