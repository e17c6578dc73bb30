-- How often each stem occurs in each passage; ranks passages. Sorted by stem within each segment.
-- Grain: one row per stem and passage.
--   stem_id: the stem; joins to vocabulary.stem_id
--   passage_id: the passage; joins to passages.passage_id
--   frequency: how often any word of the stem occurs in the passage
--   word_count: words in the passage, so that ranking needs no join
CREATE TABLE IF NOT EXISTS search_index.postings (
    stem_id INTEGER NOT NULL,
    passage_id INTEGER NOT NULL,
    frequency INTEGER NOT NULL,
    word_count INTEGER NOT NULL
)
