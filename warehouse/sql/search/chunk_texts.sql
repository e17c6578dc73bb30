-- The passages of one chunk in order, cut at blanks.
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
),

numbered AS (
    SELECT
        (SELECT coalesce(max(p.passage_id), 0) FROM search_index.passages AS p)
        + row_number() OVER (ORDER BY cable_number, ordinal) AS passage_id,
        cable_number, ordinal, passage, place
    FROM texts
),

cut AS (
    SELECT
        passage_id, cable_number, ordinal, place,
        string_split(coalesce(passage, ''), ' ') AS spellings
    FROM numbered
)

SELECT
    passage_id::INTEGER AS passage_id, cable_number, ordinal, place, spellings,
    list_transform(spellings, LAMBDA spelling: hash(spelling)) AS spelling_hashes
FROM cut
