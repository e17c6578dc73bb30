-- The readings that count: of every input file the newest one, completed by what retries of its
-- quarantined records brought. What an older reading of the same file said is history, also where
-- the newer one finds fewer records in it.
-- Grain: one row per record of a current reading, parsed or quarantined.
-- Usage: SELECT * FROM current_readings WHERE outcome = 'quarantined'
CREATE OR REPLACE VIEW current_readings AS
WITH newest AS (
    SELECT DISTINCT input_sha256, batch_id FROM current_inputs
)

SELECT s.*
FROM sightings AS s
INNER JOIN batches AS b ON s.batch_id = b.batch_id
INNER JOIN newest AS n
    ON
        s.input_sha256 = n.input_sha256
        AND coalesce(b.retry_of, b.batch_id) = n.batch_id
