-- The place where words wait for their segment to be full.
CREATE OR REPLACE TEMP TABLE staged_occurrences (
    stem_id INTEGER, passage_id INTEGER, position INTEGER, word_id INTEGER
)
