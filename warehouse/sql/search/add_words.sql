-- Takes new words into the vocabulary; in which passages they are is counted at the end. A word's
-- number has 31 bits that tell it from all others; above them stand the first four bytes of its
-- stem, so that words that begin alike have numbers that lie together.
-- Usage: the relation stemmed_words has the columns word and stem; $1 is the first free number.
INSERT INTO search_index.vocabulary
SELECT
    word, stem,
    (concat('0x', rpad(left(hex(encode(stem)), 8), 8, '0'))::BIGINT << 31)
    + $1 - 1 + row_number() OVER (ORDER BY stem, word) AS word_id,
    0 AS passage_count
FROM stemmed_words
RETURNING word_id
