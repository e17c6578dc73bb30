-- Quarantined records that no later reading or retry could read: what is left to be done.
-- Grain: one row per record; copies of a file count once.
-- Usage: SELECT reason, count(*) FROM open_quarantine GROUP BY reason
CREATE OR REPLACE VIEW open_quarantine AS
SELECT r.*
FROM current_readings AS r
QUALIFY
    row_number() OVER (
        PARTITION BY r.input_sha256, r.source_member, r.source_record
        ORDER BY r.run_id DESC, r.source_uri ASC
    ) = 1
    AND r.outcome = 'quarantined'
