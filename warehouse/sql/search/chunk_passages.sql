-- The passages of one chunk, taken apart into words. Message numbers that a passage names, also by
-- a label (`ref A`), are words of their own; the subject takes the cable's own number and those of
-- its REF block.
-- Usage: $1 and $2 are the first and the last cable of the chunk.
CREATE OR REPLACE TEMP TABLE chunk_passages AS
WITH chunk AS (
    SELECT cable_id, cable_number, subject FROM new_cables WHERE cable_id BETWEEN $1 AND $2
),

texts AS (
    SELECT c.cable_number, 0 AS ordinal, search_index.words_of(c.subject) AS words
    FROM chunk AS c
    UNION ALL
    SELECT c.cable_number, p.ordinal, search_index.words_of(p.text) AS words
    FROM paragraphs AS p
    INNER JOIN chunk AS c ON p.cable_id = c.cable_id
    WHERE p.cable_id BETWEEN $1 AND $2
),

message_numbers AS (
    SELECT c.cable_number, 0 AS ordinal, search_index.number_word(c.cable_id) AS number_word
    FROM chunk AS c
    UNION
    SELECT c.cable_number, 0 AS ordinal, search_index.number_word(r.target_id) AS number_word
    FROM refs AS r
    INNER JOIN chunk AS c ON r.cable_id = c.cable_id
    WHERE r.target_id IS NOT NULL AND r.cable_id BETWEEN $1 AND $2
    UNION
    SELECT
        c.cable_number, m.paragraph_ordinal AS ordinal,
        search_index.number_word(m.target_id) AS number_word
    FROM mentions AS m
    INNER JOIN chunk AS c ON m.cable_id = c.cable_id
    WHERE m.target_id IS NOT NULL AND m.cable_id BETWEEN $1 AND $2
),

numbered AS (
    SELECT cable_number, ordinal, list(number_word ORDER BY number_word) AS number_words
    FROM message_numbers
    GROUP BY cable_number, ordinal
)

SELECT
    (SELECT coalesce(max(p.passage_id), 0) FROM search_index.passages AS p)
    + row_number() OVER (ORDER BY t.cable_number, t.ordinal) AS passage_id,
    t.cable_number, t.ordinal, t.words, n.number_words, coalesce(len(t.words), 0) AS word_count
FROM texts AS t
LEFT JOIN numbered AS n ON t.cable_number = n.cable_number AND t.ordinal = n.ordinal
