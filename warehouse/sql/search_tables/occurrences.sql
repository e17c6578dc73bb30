-- Where each word occurs; finds and ranks passages. Sorted by stem and passage within each segment,
-- so that a search skips all row groups but those of its own words, and reads all forms of a word
-- in a row.
-- Grain: one row per word of a passage.
--   stem_id: the stem of the word; joins to vocabulary.stem_id
--   passage_id: the passage; joins to passages.passage_id
--   position: place of the word in its passage, from 0
--   form: which word of that stem; joins to vocabulary.form
--   frequency: how often words of that stem occur in the passage, at the first; 0 at the others
--   word_count: words in the passage, so that ranking needs no join
CREATE TABLE IF NOT EXISTS search_index.occurrences ( -- noqa: PRS
    -- What DuckDB chooses nearly everywhere by itself; not to try all others makes writing cheaper
    -- by a fifth.
    stem_id BIGINT NOT NULL USING COMPRESSION rle,
    passage_id INTEGER NOT NULL USING COMPRESSION bitpacking,
    position INTEGER NOT NULL USING COMPRESSION bitpacking,
    form INTEGER NOT NULL USING COMPRESSION bitpacking,
    frequency INTEGER NOT NULL USING COMPRESSION bitpacking,
    word_count INTEGER NOT NULL USING COMPRESSION bitpacking
)
