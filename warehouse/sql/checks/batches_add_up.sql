-- Batches whose record_count is not the number of their sightings.
WITH counted AS (
    SELECT batch_id, count(*) AS row_count FROM sightings GROUP BY batch_id
)

SELECT b.batch_id, b.record_count, c.row_count
FROM batches AS b
LEFT JOIN counted AS c ON b.batch_id = c.batch_id
WHERE b.record_count <> coalesce(c.row_count, 0)
