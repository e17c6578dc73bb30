-- What the vocabulary knows of some words, in their order: the number of the stem, how many forms
-- of it were ever numbered, and which of them the word is; NULL where stem or word are new. What
-- the number of a new stem begins with are its first four bytes, so that words that begin alike
-- have numbers that lie together; below them stand 31 bits that tell the stem from all others.
-- Usage: the relation new_rows has the columns number, word and stem.
WITH known AS (
    SELECT word, stem, stem_id, form FROM search_index.vocabulary
    UNION ALL
    SELECT word, stem, stem_id, form FROM added_words
),

akin AS (
    SELECT k.word, k.stem, k.stem_id, k.form
    FROM known AS k
    SEMI JOIN new_rows AS n ON k.stem = n.stem
),

stems AS (
    SELECT stem, min(stem_id) AS stem_id, max(form) + 1 AS form_count FROM akin
    GROUP BY stem
)

SELECT
    hash(n.stem) AS stem_hash,
    concat('0x', rpad(left(hex(encode(n.stem)), 8), 8, '0'))::BIGINT AS beginning,
    s.stem_id,
    coalesce(s.form_count, 0)::INTEGER AS form_count,
    a.form
FROM new_rows AS n
LEFT JOIN stems AS s ON n.stem = s.stem
LEFT JOIN akin AS a ON n.word = a.word
ORDER BY n.number
