-- Where each word occurs; finds and ranks passages. Sorted by word and passage within each segment,
-- so that a search skips all row groups but those of its own words.
-- Grain: one row per word of a passage.
--   word_id: the word; joins to vocabulary.word_id
--   passage_id: the passage; joins to passages.passage_id
--   position: place of the word in its passage, from 0
--   frequency: how often the word occurs in the passage, at its first place; 0 at the others
--   word_count: words in the passage, so that ranking needs no join
CREATE TABLE IF NOT EXISTS search_index.occurrences (
    word_id BIGINT NOT NULL,
    passage_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    frequency INTEGER NOT NULL,
    word_count INTEGER NOT NULL
)
