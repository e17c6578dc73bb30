-- A cable keeps the moment at which any text of it that is still in the ledger was first read.
UPDATE cables
SET first_seen_at = seen.first_seen_at
FROM (
    SELECT s.cable_id, min(r.started_at) AS first_seen_at
    FROM sightings AS s
    SEMI JOIN affected_cables AS a ON s.cable_id = a.cable_id
    INNER JOIN runs AS r ON s.run_id = r.run_id
    WHERE s.content_sha256 IS NOT NULL
    GROUP BY s.cable_id
) AS seen
WHERE cables.cable_id = seen.cable_id AND cables.first_seen_at <> seen.first_seen_at
