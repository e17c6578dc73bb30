-- Counts of the batches that lost some of their inputs to the retraction.
-- Usage: $1 is the run that retracts.
UPDATE batches
SET
    input_count = counted.input_count,
    record_count = counted.record_count,
    cable_count = counted.cable_count
FROM (
    SELECT
        r.batch_id,
        (SELECT count(*) FROM inputs AS i WHERE i.batch_id = r.batch_id) AS input_count,
        count(s.sighting_id) AS record_count,
        count(s.content_sha256) AS cable_count
    FROM retractions AS r
    LEFT JOIN sightings AS s ON r.batch_id = s.batch_id
    WHERE r.run_id = $1
    GROUP BY r.batch_id
) AS counted
WHERE batches.batch_id = counted.batch_id
