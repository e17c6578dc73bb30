-- Every word that occurs, with its stem. Sorted by word.
-- Grain: one row per word.
--   word: the word, in lower case and without accents; `#9oslo417` stands for a message number
--   word_id: its number; joins to occurrences.word_id
--   stem: what its forms have in common (`open` for `opened` and `opening`)
--   stem_id: number of the stem; joins to postings.stem_id
--   passage_count: passages that hold any word of the stem
CREATE TABLE IF NOT EXISTS search_index.vocabulary (
    word VARCHAR NOT NULL,
    word_id INTEGER NOT NULL,
    stem VARCHAR NOT NULL,
    stem_id INTEGER NOT NULL,
    passage_count INTEGER NOT NULL
)
