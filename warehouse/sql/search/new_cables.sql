-- Cables that the index lacks, in chunks that fit into memory.
-- Usage: $1 is how many words a chunk has at most, one cable aside.
CREATE OR REPLACE TEMP TABLE new_cables AS
WITH lacking AS (
    SELECT
        c.cable_id, c.sighting_id, c.subject, c.sent_at, c.rowid AS place,
        c.word_count + 10 * c.paragraph_count + 10 AS size
    FROM cables AS c
    ANTI JOIN search_index.indexed_cables AS i ON c.cable_id = i.cable_id
)

SELECT
    cable_id, sighting_id, subject, sent_at, place,
    (SELECT coalesce(max(i.cable_number), 0) FROM search_index.indexed_cables AS i)
    + row_number() OVER by_id AS cable_number,
    (sum(size) OVER by_id - size) // $1 AS chunk
FROM lacking
WINDOW by_id AS (ORDER BY cable_id ROWS UNBOUNDED PRECEDING)
