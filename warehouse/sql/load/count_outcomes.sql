-- Counts of outcomes of one run, out of its ledger.
-- Usage: $1 is the run.
UPDATE runs
SET
    record_count = counted.record_count,
    loaded_count = counted.loaded_count,
    duplicate_count = counted.duplicate_count,
    superseded_count = counted.superseded_count,
    quarantined_count = counted.quarantined_count
FROM (
    SELECT
        count(*) AS record_count,
        count(*) FILTER (WHERE s.outcome = 'loaded') AS loaded_count,
        count(*) FILTER (WHERE s.outcome = 'duplicate') AS duplicate_count,
        count(*) FILTER (WHERE s.outcome = 'superseded') AS superseded_count,
        count(*) FILTER (WHERE s.outcome = 'quarantined') AS quarantined_count
    FROM sightings AS s
    WHERE s.run_id = $1
) AS counted
WHERE runs.run_id = $1
