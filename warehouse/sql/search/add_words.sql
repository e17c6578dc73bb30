-- Takes new words into the vocabulary.
-- Usage: the relation stemmed_words has the columns word and stem.
INSERT INTO search_index.vocabulary
WITH known_stems AS (
    SELECT v.stem, any_value(v.stem_id) AS stem_id
    FROM search_index.vocabulary AS v
    SEMI JOIN stemmed_words AS n ON v.stem = n.stem
    GROUP BY v.stem
),

new_stems AS (
    SELECT
        n.stem,
        (SELECT coalesce(max(v.stem_id), 0) FROM search_index.vocabulary AS v)
        + row_number() OVER (ORDER BY n.stem) AS stem_id
    FROM (SELECT DISTINCT stem FROM stemmed_words) AS n
    ANTI JOIN known_stems AS k ON n.stem = k.stem
),

all_stems AS (
    SELECT stem, stem_id FROM known_stems
    UNION ALL
    SELECT stem, stem_id FROM new_stems
)

SELECT
    n.word,
    (SELECT coalesce(max(v.word_id), 0) FROM search_index.vocabulary AS v)
    + row_number() OVER (ORDER BY n.word) AS word_id,
    n.stem, s.stem_id, 0 AS passage_count
FROM stemmed_words AS n
INNER JOIN all_stems AS s ON n.stem = s.stem
