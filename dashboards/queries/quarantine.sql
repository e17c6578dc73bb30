-- Quarantined records that no later reading could read.
-- Grain: one row per record, 200 at most; record_count counts all of them.
SELECT
    sighting_id, run_id, batch_id, source_uri, source_member, source_record, source_line, reason,
    detail, count(*) OVER () AS record_count
FROM open_quarantine
ORDER BY run_id DESC, source_uri ASC, source_member ASC, source_record ASC
LIMIT 200
