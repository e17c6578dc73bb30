-- Does every run account for every record that it read?
SELECT
    record_count, loaded_count, duplicate_count, superseded_count, quarantined_count,
    record_count = loaded_count + duplicate_count + superseded_count + quarantined_count AS adds_up
FROM runs
ORDER BY run_id
