-- Message numbers that passages of one chunk name, also by a label (`ref A`), each as one word; the
-- subject takes the cable's own number and those of its REF block.
-- Usage: $1 and $2 are the first and the last cable of the chunk.
WITH chunk AS (
    SELECT cable_id, cable_number FROM new_cables WHERE cable_id BETWEEN $1 AND $2
),

named AS (
    SELECT cable_number, 0 AS ordinal, cable_id AS message_number FROM chunk
    UNION
    SELECT c.cable_number, 0 AS ordinal, r.target_id AS message_number
    FROM refs AS r
    INNER JOIN chunk AS c ON r.cable_id = c.cable_id
    WHERE r.cable_id BETWEEN $1 AND $2 AND r.target_id IS NOT NULL
    UNION
    SELECT c.cable_number, m.paragraph_ordinal AS ordinal, m.target_id AS message_number
    FROM mentions AS m
    INNER JOIN chunk AS c ON m.cable_id = c.cable_id
    WHERE m.cable_id BETWEEN $1 AND $2 AND m.target_id IS NOT NULL
),

words AS (
    SELECT DISTINCT
        cable_number, ordinal, search_index.number_word(message_number) AS word
    FROM named
)

SELECT p.passage_id, w.word, hash(w.word) AS word_hash
FROM words AS w
INNER JOIN search_index.passages AS p
    ON w.cable_number = p.cable_number AND w.ordinal = p.ordinal
ORDER BY p.passage_id, w.word
