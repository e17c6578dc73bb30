-- What becomes of each record of the new batches: a text that was known before, or that an earlier
-- record of the run has, is a duplicate; the best text is loaded; any other is superseded, with the
-- first rule by which it lost to the best one.
UPDATE sightings AS s
SET outcome = d.outcome, reason = d.reason
FROM (
    SELECT
        r.sighting_id,
        CASE
            WHEN r.copy_number > 1 AND r.content_sha256 = w.content_sha256 THEN 'duplicate'
            WHEN r.content_sha256 = w.content_sha256 THEN 'loaded'
            WHEN r.copy_number > 1 THEN 'duplicate'
            ELSE 'superseded'
        END AS outcome,
        CASE
            WHEN r.copy_number > 1 THEN 'same_text'
            WHEN r.content_sha256 = w.content_sha256 THEN NULL
            WHEN r.is_partial <> w.is_partial THEN 'partial'
            WHEN r.redaction_count <> w.redaction_count THEN 'redacted'
            WHEN r.is_corrected_copy <> w.is_corrected_copy THEN 'not_corrected'
            WHEN r.section_count <> w.section_count THEN 'fewer_sections'
            WHEN r.text_length <> w.text_length THEN 'shorter'
            WHEN r.released_at IS DISTINCT FROM w.released_at THEN 'released_earlier'
            ELSE 'content_hash'
        END AS reason
    FROM ranked_readings AS r
    INNER JOIN winners AS w ON r.cable_id = w.cable_id
) AS d
WHERE
    s.sighting_id = d.sighting_id
    AND s.batch_id IN (SELECT n.batch_id FROM new_batches AS n)
    -- An update rewrites the row; most records are loaded, as they were provisionally called.
    AND (s.outcome <> d.outcome OR s.reason IS DISTINCT FROM d.reason)
