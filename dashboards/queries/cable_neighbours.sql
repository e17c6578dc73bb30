-- The cables before and after one in the numbering of its post and year, held ones only.
-- Grain: one row per neighbour; step is -1 or 1.
-- Usage: $post, $year and $serial are the parts of its number.
SELECT -1 AS step, max_by(cable_id, serial) AS cable_id, max_by(subject, serial) AS subject
FROM cables
WHERE post = $post AND year = $year AND serial < $serial
UNION ALL
SELECT 1 AS step, min_by(cable_id, serial) AS cable_id, min_by(subject, serial) AS subject
FROM cables
WHERE post = $post AND year = $year AND serial > $serial
