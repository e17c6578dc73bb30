-- Records of new batches that a newer parser had read before: their readings do not count.
UPDATE sightings
SET outcome = 'superseded', reason = 'older_parser'
WHERE
    batch_id IN (SELECT n.batch_id FROM new_batches AS n)
    AND content_sha256 IS NOT NULL
    AND sighting_id NOT IN (SELECT r.sighting_id FROM ranked_readings AS r)
