-- Records of the ledger, the newest run first.
-- Grain: one row per record, 100 at most.
-- Usage: $run, $outcome, $reason and $cable are filters or NULL.
SELECT
    sighting_id, run_id, source_uri, source_member, source_record, source_line, cable_id, outcome,
    reason, detail
FROM sightings
WHERE
    ($run IS NULL OR run_id = $run)
    AND ($outcome IS NULL OR outcome = $outcome)
    AND ($reason IS NULL OR reason = $reason)
    AND ($cable IS NULL OR cable_id = $cable)
ORDER BY run_id DESC, source_uri ASC, source_member ASC, source_record ASC
LIMIT 100
