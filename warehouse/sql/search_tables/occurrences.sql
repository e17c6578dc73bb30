-- Where each word occurs; finds phrases, exact words and beginnings of words. Sorted by stem within
-- each segment.
-- Grain: one row per word of a passage.
--   stem_id: the word's stem; joins to vocabulary.stem_id
--   passage_id: the passage; joins to passages.passage_id
--   position: place of the word in its passage, from 0
--   word_id: the word; joins to vocabulary.word_id
CREATE TABLE IF NOT EXISTS search_index.occurrences (
    stem_id INTEGER NOT NULL,
    passage_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    word_id INTEGER NOT NULL
)
