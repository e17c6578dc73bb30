-- What can be found: each paragraph, and each subject.
-- Grain: one row per passage.
--   passage_id: number of the passage within the index, and of its row, from 1
--   cable_number: its cable; joins to indexed_cables.cable_number; 0 when the passage is gone
--   ordinal: its paragraph, as paragraphs.ordinal; 0 for the subject
--   word_count: words in it, as search counts them
--   place: row number of the paragraph when it was indexed; only a hint; -1 for a subject
CREATE TABLE IF NOT EXISTS search_index.passages (
    passage_id INTEGER NOT NULL,
    cable_number INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    word_count INTEGER NOT NULL,
    place BIGINT NOT NULL
)
