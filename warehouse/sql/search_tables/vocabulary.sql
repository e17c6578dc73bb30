-- Every word that occurs, with its stem. Sorted by stem.
-- Grain: one row per word.
--   word: the word, in lower case and without accents; `#9oslo417` stands for a message number
--   stem: what its forms have in common (`open` for `opened` and `opening`)
--   stem_id: number of the stem, in the order of the first letters; joins to occurrences.stem_id
--   form: number of the word among those of its stem; joins to occurrences.form
--   occurrence_count: how often the word occurs
--   passage_count: passages that hold a word of this stem
CREATE TABLE IF NOT EXISTS search_index.vocabulary (
    word VARCHAR NOT NULL,
    stem VARCHAR NOT NULL,
    stem_id BIGINT NOT NULL,
    form INTEGER NOT NULL,
    occurrence_count BIGINT NOT NULL,
    passage_count INTEGER NOT NULL
)
