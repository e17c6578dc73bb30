-- Cables of which the index does not hold exactly the passages that are there.
WITH indexed AS (
    SELECT i.cable_id, count(*) AS passage_count
    FROM search_index.passages AS p
    INNER JOIN search_index.indexed_cables AS i ON p.cable_number = i.cable_number
    GROUP BY i.cable_id
)

SELECT coalesce(c.cable_id, i.cable_id) AS cable_id, c.paragraph_count, i.passage_count
FROM cables AS c
FULL OUTER JOIN indexed AS i ON c.cable_id = i.cable_id
WHERE c.paragraph_count + 1 IS DISTINCT FROM i.passage_count
