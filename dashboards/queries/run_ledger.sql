-- What became of the records that were read, by outcome and reason, with the first place of each.
-- Grain: one row per outcome and reason.
-- Usage: $run is a run, or NULL for all.
SELECT
    outcome, reason, count(*) AS record_count, count(DISTINCT run_id) AS run_count,
    min_by(
        concat_ws(', ', concat_ws('!/', source_uri, source_member), 'record ' || source_record),
        (source_uri, source_member, source_record)
    ) AS first_place,
    min_by(detail, (source_uri, source_member, source_record)) AS detail
FROM sightings
WHERE $run IS NULL OR run_id = $run
GROUP BY outcome, reason
ORDER BY outcome ASC, record_count DESC, reason ASC
