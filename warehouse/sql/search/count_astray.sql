-- How many cables and paragraphs do not lie where the index says.
WITH astray_cables AS (
    SELECT count(*) AS astray_count
    FROM search_index.indexed_cables AS i
    LEFT JOIN cables AS c ON i.place = c.rowid
    WHERE i.cable_id <> '' AND i.cable_id IS DISTINCT FROM c.cable_id
),

-- Rows move in runs, so a paragraph that moved soon meets one of another ordinal.
astray_paragraphs AS (
    SELECT count(*) AS astray_count
    FROM search_index.passages AS p
    LEFT JOIN paragraphs AS pa ON p.place = pa.rowid
    WHERE p.ordinal > 0 AND p.ordinal IS DISTINCT FROM pa.ordinal
)

SELECT c.astray_count + p.astray_count AS astray_count
FROM astray_cables AS c
CROSS JOIN astray_paragraphs AS p
