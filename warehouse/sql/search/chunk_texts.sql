-- The passages of one chunk in order, each with a blank at its end.
-- Usage: $1 and $2 are the first and the last cable of the chunk.
WITH chunk AS (
    SELECT cable_id, cable_number, subject FROM new_cables WHERE cable_id BETWEEN $1 AND $2
),

texts AS (
    SELECT cable_number, 0 AS ordinal, subject AS passage, -1 AS place FROM chunk
    UNION ALL
    SELECT c.cable_number, p.ordinal, p.text AS passage, p.rowid AS place
    FROM paragraphs AS p
    INNER JOIN chunk AS c ON p.cable_id = c.cable_id
    WHERE p.cable_id BETWEEN $1 AND $2
)

SELECT cable_number, ordinal, place, concat(passage, ' ') AS passage
FROM texts
ORDER BY cable_number, ordinal
