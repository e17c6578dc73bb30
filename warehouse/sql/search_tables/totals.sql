-- The index as a whole.
-- Grain: one row.
--   format: version of the rules by which texts were taken apart
--   passage_count: passages in the index
--   mean_word_count: words of a passage on average; weighs short passages against long ones
CREATE TABLE IF NOT EXISTS search_index.totals (
    format INTEGER NOT NULL,
    passage_count INTEGER NOT NULL,
    mean_word_count DOUBLE NOT NULL
)
