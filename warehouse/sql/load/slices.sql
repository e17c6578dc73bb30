-- The changed cables in order, in slices, each with its first and last cable.
-- Usage: $1 is how many cables a slice has at most; NULL for all in one.
WITH numbered AS (
    SELECT cable_id, (row_number() OVER (ORDER BY cable_id) - 1) // $1 AS slice
    FROM changed_cables
    WHERE sighting_id IS NOT NULL
)

SELECT min(cable_id) AS first_cable, max(cable_id) AS last_cable
FROM numbered
GROUP BY slice
ORDER BY slice
