-- Why records of one run were not loaded: outcomes with their reasons and the first place of each.
-- Usage: $1 is the run.
SELECT
    outcome, reason, count(*) AS record_count,
    min_by(
        concat_ws(
            ', ',
            concat_ws('!/', source_uri, source_member),
            concat('record ', source_record),
            'line ' || source_line -- not concat(): without a line there is nothing to say
        ),
        (source_uri, source_member, source_record)
    ) AS first_place,
    min_by(detail, (source_uri, source_member, source_record)) AS detail
FROM sightings
WHERE run_id = $1 AND outcome <> 'loaded'
GROUP BY outcome, reason
ORDER BY outcome ASC, record_count DESC
