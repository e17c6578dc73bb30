-- What is taken out of which batch, by whom and why.
-- Usage: $1 is the run, $2 the moment, $3 who, $4 the reason.
INSERT INTO retractions BY NAME
WITH records AS (
    SELECT s.batch_id, count(*) AS record_count
    FROM sightings AS s
    SEMI JOIN withdrawn_inputs AS w ON s.input_sha256 = w.input_sha256
    GROUP BY s.batch_id
)

SELECT
    $1 AS run_id,
    b.batch_id,
    $2::TIMESTAMP AS retracted_at,
    $3 AS retracted_by,
    $4 AS reason,
    b.run_id AS loading_run_id,
    count(*)::INTEGER AS input_count,
    coalesce(any_value(r.record_count), 0) AS record_count,
    list_sort(list_distinct(list(i.input_sha256))) AS input_sha256s
FROM inputs AS i
SEMI JOIN withdrawn_inputs AS w ON i.input_sha256 = w.input_sha256
INNER JOIN batches AS b ON i.batch_id = b.batch_id
LEFT JOIN records AS r ON b.batch_id = r.batch_id
GROUP BY b.batch_id, b.run_id
