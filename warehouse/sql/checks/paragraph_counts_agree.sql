-- Cables whose paragraph_count is not the number of their paragraphs.
WITH counted AS (
    SELECT cable_id, count(*) AS row_count FROM paragraphs GROUP BY cable_id
)

SELECT c.cable_id, c.paragraph_count, p.row_count
FROM cables AS c
LEFT JOIN counted AS p ON c.cable_id = p.cable_id
WHERE c.paragraph_count <> coalesce(p.row_count, 0)
