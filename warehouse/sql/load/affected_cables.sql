-- Cables whose current text may change: those in the new batches, and those that an earlier parser
-- version read out of the same records.
CREATE OR REPLACE TEMP TABLE affected_cables AS
WITH fresh AS (
    SELECT s.cable_id, s.source_sha256, s.source_uri, s.source_member, s.source_record
    FROM sightings AS s
    SEMI JOIN new_batches AS b ON s.batch_id = b.batch_id
)

SELECT fresh.cable_id FROM fresh WHERE fresh.cable_id IS NOT NULL
UNION
SELECT older.cable_id
FROM sightings AS older
SEMI JOIN fresh
    ON
        older.source_sha256 = fresh.source_sha256
        AND older.source_uri = fresh.source_uri
        AND older.source_member IS NOT DISTINCT FROM fresh.source_member
        AND older.source_record = fresh.source_record
WHERE older.cable_id IS NOT NULL
