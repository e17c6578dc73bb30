-- Published runs in which records read, the four outcomes, and the batches' own counts differ. What
-- was retracted later has left the batches, and counts by its record.
WITH parts AS (
    SELECT run_id, record_count FROM batches
    UNION ALL
    SELECT loading_run_id, record_count FROM retractions
),

read_by_run AS (
    SELECT run_id, sum(record_count) AS record_count FROM parts GROUP BY run_id
)

SELECT
    r.run_id, r.record_count, b.record_count AS read_count,
    r.loaded_count + r.duplicate_count + r.superseded_count + r.quarantined_count AS accounted_count
FROM runs AS r
INNER JOIN read_by_run AS b ON r.run_id = b.run_id
WHERE
    r.outcome = 'published'
    AND (
        r.record_count <> b.record_count
        OR r.record_count
        <> r.loaded_count + r.duplicate_count + r.superseded_count + r.quarantined_count
    )
