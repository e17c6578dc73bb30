-- Every word that occurs, with its stem. Sorted by word.
-- Grain: one row per word.
--   word: the word, in lower case and without accents; `#9oslo417` stands for a message number
--   stem: what its forms have in common (`open` for `opened` and `opening`)
--   word_id: its number, in the order of the first letters; joins to occurrences.word_id
--   passage_count: passages that hold the word
CREATE TABLE IF NOT EXISTS search_index.vocabulary (
    word VARCHAR NOT NULL,
    stem VARCHAR NOT NULL,
    word_id BIGINT NOT NULL,
    passage_count INTEGER NOT NULL
)
