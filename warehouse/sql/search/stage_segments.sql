-- Takes the last segments apart again, to be sorted together with what comes.
-- Usage: $1 is the first passage that is staged.
INSERT INTO staged_occurrences
SELECT stem_id, passage_id, position, word_id FROM search_index.occurrences
WHERE passage_id >= $1
