-- All current texts of the affected cables, best first: complete before partial, fewer redactions,
-- corrected copy, more sections, longer text, later release, smaller hash. Equal texts are told
-- apart by where they stand, so that the result does not depend on the order of arrival.
CREATE OR REPLACE TEMP TABLE ranked_readings AS
SELECT
    r.*,
    row_number() OVER (
        PARTITION BY r.cable_id
        ORDER BY
            r.is_partial ASC, r.redaction_count ASC, r.is_corrected_copy DESC, r.section_count DESC,
            r.text_length DESC, r.released_at DESC NULLS LAST, r.content_sha256 ASC,
            r.source_sha256 ASC,
            r.source_uri ASC,
            r.source_member ASC NULLS FIRST,
            r.source_record ASC
    ) AS place,
    row_number() OVER (
        PARTITION BY r.cable_id, r.content_sha256
        ORDER BY
            r.run_id ASC, r.is_partial ASC, r.released_at DESC NULLS LAST,
            r.source_sha256 ASC,
            r.source_uri ASC,
            r.source_member ASC NULLS FIRST,
            r.source_record ASC
    ) AS copy_number
FROM current_readings AS r
SEMI JOIN affected_cables AS a ON r.cable_id = a.cable_id
WHERE r.content_sha256 IS NOT NULL
